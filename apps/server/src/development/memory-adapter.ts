import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'

interface Kept {
  readonly payload: AdapterPayload
  readonly expiresAt: number
}

/** Storage of the development issuer: in memory, gone with the process. Expired entries go when they are looked for. */
export function createMemoryAdapter(): AdapterFactory {
  const kept = new Map<string, Kept>()
  return function adapterOf(model): Adapter {
    const keyOf = (id: string) => `${model} ${id}`
    async function find(id: string): Promise<AdapterPayload | undefined> {
      return alive(kept, keyOf(id))
    }
    return {
      find,
      findByUid: async (uid) => first(kept, model, (payload) => payload.uid === uid),
      findByUserCode: async (userCode) => first(kept, model, (payload) => payload.userCode === userCode),
      async upsert(id, payload, expiresIn) {
        kept.set(keyOf(id), { payload, expiresAt: expiresIn ? Date.now() + expiresIn * 1000 : Infinity })
      },
      async consume(id) {
        const payload = await find(id)
        if (payload) Object.assign(payload, { consumed: Math.floor(Date.now() / 1000) })
      },
      async destroy(id) {
        kept.delete(keyOf(id))
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key)
      },
    }
  }
}

function alive(kept: Map<string, Kept>, key: string): AdapterPayload | undefined {
  const found = kept.get(key)
  if (found && found.expiresAt > Date.now()) return found.payload
  kept.delete(key)
  return undefined
}

function first(
  kept: Map<string, Kept>,
  model: string,
  matches: (payload: AdapterPayload) => boolean,
): AdapterPayload | undefined {
  const key = [...kept.keys()].find((each) => {
    const entry = kept.get(each)
    return each.startsWith(`${model} `) && entry !== undefined && matches(entry.payload)
  })
  return key === undefined ? undefined : alive(kept, key)
}

import { evaluateEverything, evaluateSubjects } from '@official-accounts/commands/compliance/evaluate-all'
import { evaluateCompliance } from '@official-accounts/commands/compliance/evaluate-compliance'
import { runCommand } from '@official-accounts/commands/run-command'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createImportWorld, type ImportWorld } from './import-world.ts'

let world: ImportWorld
beforeAll(async () => {
  world = await createImportWorld({ accounts: true })
})
afterAll(() => world.close())

async function snapshot() {
  return world.read(async (client) => ({
    findings: await client.finding.findMany({ orderBy: { id: 'asc' } }),
    audit: await client.auditEntry.count(),
  }))
}

describe('every record of the real register is evaluated', () => {
  test('the first time opens a finding for each thing that is not on record, each with an audit entry', async () => {
    const before = await snapshot()
    const started = performance.now()
    const count = await evaluateEverything(world.environment)
    const took = performance.now() - started
    const after = await snapshot()
    const { accounts, platforms, components } = await world.read(async (client) => ({
      accounts: await client.account.count(),
      platforms: await client.platform.count(),
      components: await client.component.count(),
    }))
    expect(accounts).toBe(298)
    expect(count.looked).toBe(accounts + platforms + components)
    const made = after.findings.length - before.findings.length
    process.stdout.write(
      `first evaluation: ${count.looked} records, ${made} findings, ${took.toFixed(0)} ms\n`,
    )
    expect(made).toBeGreaterThan(298)
    const updated = after.findings.filter(({ version }) => version > 1).length
    expect(after.audit - before.audit).toBe(made + updated)
    const codes = Map.groupBy(after.findings, ({ code }) => code)
    expect(codes.get('POC_VACANT')).toHaveLength(298)
    expect(codes.get('NO_OFFICIAL_OUTLET')).toHaveLength(298)
    // One for each account, whatever the number of items (V.A.2).
    expect(codes.get('LAW_CHECKLIST_OPEN')).toHaveLength(298)
    expect(codes.get('PLATFORM_NOT_APPROVED')).toBeUndefined()
  })
  test('the second time changes nothing: no finding, and no line in the audit', async () => {
    const before = await snapshot()
    const started = performance.now()
    const { changed } = await evaluateEverything(world.environment)
    process.stdout.write(`second evaluation: ${(performance.now() - started).toFixed(0)} ms\n`)
    expect(changed).toBe(0)
    expect(await snapshot()).toEqual(before)
  })
  test('workers that race open each finding once', async () => {
    const [account] = await world.read((client) =>
      client.account.findMany({ take: 1, orderBy: { id: 'asc' } }),
    )
    const id = account?.id ?? ''
    await world.tamper(`update account set administrators = 1, purpose = 'For the test.' where id = $1`, [id])
    await world.tamper(`delete from finding where account_id = $1`, [id])
    const before = await snapshot()
    const runs = Array.from({ length: 6 }, () =>
      evaluateSubjects(world.environment, { kind: 'ACCOUNT', ids: [id] }),
    )
    const changed = (await Promise.all(runs)).reduce((sum, run) => sum + run.changed, 0)
    const after = await snapshot()
    const open = after.findings.filter(({ accountId, state }) => accountId === id && state === 'OPEN')
    expect(changed).toBe(1)
    expect(new Set(open.map(({ code }) => code)).size).toBe(open.length)
    expect(open.length).toBeGreaterThan(3)
    expect(after.audit - before.audit).toBe(open.length)
  })
  test('nobody else evaluates: it is the system’s own', async () => {
    const call = { actor: await world.actor('aspa'), requestId: null }
    const ids = [await world.componentId('CBP')]
    await expect(
      runCommand(world.environment, evaluateCompliance, call, { kind: 'COMPONENT', ids }),
    ).rejects.toThrow(/system alone/)
  })
})

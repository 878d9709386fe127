import { act } from '../act.ts'
import type { TestApp } from '../create-test-app.ts'
import { insertAccount, nextNumber, type ComponentCode } from '../records.ts'
import { manager, REASON, type Arrange } from './arrange.ts'

const ANSWERS = { answers: [{ key: 'still-needed', value: 'YES' }] }

/** A certification of some accounts with one question; its key and text are its own unless they are given. */
export function certificationInput(
  accountIds: readonly string[],
  more: object = {},
): Record<string, unknown> {
  return {
    name: `Test certification ${nextNumber()}`,
    questions: [
      { key: 'still-needed', text: 'Is the account still needed?', kind: 'YES_NO', clause: 'V.B.11' },
    ],
    dueOn: '2099-01-31',
    filter: { ids: accountIds },
    ...more,
  }
}

/** A component's part of a certification of one account. */
export interface ArrangedPart {
  readonly accountId: string
  readonly certificationId: string
  readonly partId: string
}

/** Opens a certification of one account and finds the part that was made for its component. */
export async function openPart(
  app: TestApp,
  component: ComponentCode,
  accountId: string,
  more: object = {},
): Promise<ArrangedPart> {
  const { id } = await act(app, 'opa', 'openCertification', certificationInput([accountId], more))
  const { data } = await app.as(
    'opa',
    'query ($id: ID!) { certification(id: $id) { parts { id component { code } } } }',
    { id },
  )
  const parts: readonly { id: string; component: { code: string } }[] = data.certification.parts
  const partId = parts.find((part) => part.component.code === component)?.id ?? ''
  return { accountId, certificationId: id, partId }
}

async function partIn(
  app: TestApp,
  component: ComponentCode,
  state: 'OPEN' | 'ANSWERED' | 'CERTIFIED',
): Promise<ArrangedPart> {
  const part = await openPart(app, component, await insertAccount(app, 'ACTIVE', { component }))
  if (state === 'OPEN') return part
  const { partId, accountId } = part
  await act(app, manager(component), 'answerCertification', { partId, accountId, ...ANSWERS })
  if (state === 'ANSWERED') return part
  await act(app, component === 'CBP' ? 'director-cbp' : 'director-fema', 'certifyComponent', { partId })
  return part
}

/** An account answered and certified in a certification that is closed, and asked the same in another. */
async function askedAgain(app: TestApp, component: ComponentCode): Promise<ArrangedPart> {
  const { certificationId, accountId } = await partIn(app, component, 'CERTIFIED')
  await act(app, 'opa', 'closeCertification', { certificationId })
  return openPart(app, component, accountId)
}

/** For every mutation of this module a record on which it succeeds. */
export const certificationArrangements = {
  openCertification: async (app, component) =>
    certificationInput([await insertAccount(app, 'ACTIVE', { component })]),
  answerCertification: async (app, component) => {
    const { partId, accountId } = await partIn(app, component, 'OPEN')
    return { partId, accountId, ...ANSWERS }
  },
  confirmUnchanged: async (app, component) => {
    const { partId, accountId } = await askedAgain(app, component)
    return { partId, accountId }
  },
  certifyComponent: async (app, component) => ({ partId: (await partIn(app, component, 'ANSWERED')).partId }),
  returnCertification: async (app, component) => ({
    partId: (await partIn(app, component, 'CERTIFIED')).partId,
    ...REASON,
  }),
  returnCertificationAnswer: async (app, component) => {
    const { partId, accountId } = await partIn(app, component, 'ANSWERED')
    return { partId, accountId, ...REASON }
  },
  closeCertification: async (app, component) => ({
    certificationId: (await partIn(app, component, 'CERTIFIED')).certificationId,
  }),
} satisfies Readonly<Record<string, Arrange>>

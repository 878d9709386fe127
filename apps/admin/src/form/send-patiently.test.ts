import type { ChangeOutcome } from '@official-accounts/client/result'
import { expect, it } from 'vitest'
import { sendPatiently } from './send-patiently.ts'

const OFFLINE: ChangeOutcome = { kind: 'FAILED', failure: { kind: 'OFFLINE' } }
const DONE: ChangeOutcome = { kind: 'DONE', record: { __typename: 'Account', id: '1' } }

async function send(answers: readonly ChangeOutcome[]) {
  const sent: ChangeOutcome[] = []
  const pauses: number[] = []
  const outcome = await sendPatiently(
    () => {
      const answer = answers[sent.length] ?? OFFLINE
      sent.push(answer)
      return Promise.resolve(answer)
    },
    () => {},
    (ms) => Promise.resolve(void pauses.push(ms)),
  )
  return { outcome, tries: sent.length, pauses }
}

it('tries again while the server cannot be reached, longer apart each time, and then gives up', async () => {
  expect(await send([OFFLINE, DONE])).toMatchObject({ outcome: DONE, tries: 2 })
  const lost = await send([])
  expect(lost).toMatchObject({ outcome: OFFLINE, tries: 3 })
  expect(lost.pauses).toEqual(lost.pauses.toSorted((a, b) => a - b))
})

it('takes every answer of the server as the answer', async () => {
  const fault: ChangeOutcome = { kind: 'FAILED', failure: { kind: 'FAULT', requestId: 'r1' } }
  expect(await send([fault, DONE])).toMatchObject({ outcome: fault, tries: 1 })
})

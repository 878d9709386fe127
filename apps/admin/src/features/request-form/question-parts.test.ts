import { describe, expect, test } from 'vitest'
import { writeParts } from '../../form/parts.ts'
import { questionInput, questionParts } from './question-parts.ts'

const ASKED = {
  key: 'campaign',
  label: 'Which campaign?',
  help: null,
  kind: 'CHOICE',
  choices: ['One', 'Another'],
  required: true,
  clause: null,
  risk: false,
} as const

describe('the questions of the request form', () => {
  test('come back from the editor as they went in', () => {
    expect(questionInput(questionParts([{ ...ASKED, choices: [...ASKED.choices] }]))).toEqual([ASKED])
  })
  test('get a key of their words once, and no other has it', () => {
    const fresh = { label: 'Which campaign?', kind: 'TEXT' }
    const keys = questionInput(writeParts([{ ...fresh, key: 'whichCampaign' }, fresh, fresh])).map(
      ({ key }) => key,
    )
    expect(keys).toEqual(['whichCampaign', 'whichCampaign2', 'whichCampaign3'])
    const odd = questionInput(writeParts([{ label: '508?' }, { label: '¿…?' }, { label: 'x'.repeat(90) }]))
    for (const { key } of odd) expect(key).toMatch(/^[a-z][A-Za-z0-9]{1,39}$/)
  })
  test('send what their kind of answer has, and keep the rest to themselves', () => {
    const part = { label: 'Names people?', kind: 'YES_NO', risk: 'YES', choices: 'One\n\nTwo' }
    expect(questionInput(writeParts([part]))[0]).toMatchObject({ risk: true, choices: [] })
    const choice = questionInput(writeParts([{ ...part, kind: 'CHOICE' }]))[0]
    expect(choice).toMatchObject({ risk: false, choices: ['One', 'Two'] })
  })
})

import { nextNumber } from '../records.ts'
import { REASON, type Arrange } from './arrange.ts'

/** A form that keeps what the clauses demand, with one question of its own. */
export const FORM = {
  requiredDetails: ['PURPOSE', 'MISSION_AREA', 'JUSTIFICATION', 'ADMINISTRATORS', 'OFFICIAL_OUTLET'],
  questions: [
    {
      key: 'namesPeople',
      label: 'Will it name members of the public?',
      kind: 'YES_NO',
      required: true,
      clause: 'IV.D.1',
      risk: true,
    },
    {
      key: 'campaign',
      label: 'To which campaign does it belong?',
      kind: 'CHOICE',
      choices: ['None', 'Preparedness'],
      required: false,
    },
  ],
}

/** For every mutation of this module an input on which it succeeds. */
export const requestFormArrangements = {
  adoptRequestForm: async ({ owner }) => {
    const { rows } = await owner.query(
      'select required_details, questions from request_form order by version desc limit 1',
    )
    const [first, ...others] = rows[0].questions as readonly { readonly label: string }[]
    const label = `${first?.label.replace(/ \d+$/, '')} ${nextNumber()}`
    return {
      requiredDetails: rows[0].required_details,
      questions: [{ ...first, label }, ...others],
      ...REASON,
    }
  },
} satisfies Readonly<Record<string, Arrange>>

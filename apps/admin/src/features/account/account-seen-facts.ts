import type { SeenFact } from '../../form/seen-version.ts'
import { enumWords, fieldWords } from '../../ui/words.ts'
import type { AccountDetail } from './account.documents.ts'
import { detailValues } from './account-fields.ts'

/** What a person could have read on an account before changing it, to be compared with a newer version. */
export function accountSeenFacts(account: AccountDetail): SeenFact[] {
  const details = Object.entries(detailValues(account)).map(([name, value]) => ({
    name,
    label: fieldWords(name),
    value,
  }))
  const contacts = account.contacts.filter(({ endedAt }) => endedAt === null)
  return [
    { name: 'state', label: 'State', value: enumWords(account.state) },
    { name: 'profileUrl', label: 'Address', value: account.profileUrl },
    { name: 'observedStatus', label: 'Seen on the platform', value: account.observedStatus },
    { name: 'missionArea', label: 'Mission area', value: account.missionArea ?? '' },
    { name: 'justification', label: 'Justification', value: account.justification ?? '' },
    {
      name: 'contacts',
      label: 'Contacts',
      value: contacts.map(({ person }) => person.displayName).join(', '),
    },
    {
      name: 'decisions',
      label: 'Decisions',
      value: account.decisions.map(({ kind }) => enumWords(kind)).join(', '),
    },
    ...details,
  ]
}

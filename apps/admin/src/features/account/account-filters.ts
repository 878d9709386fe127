import { ACCOUNT_STATES } from '@official-accounts/domain/account/account'
import type { ResultOf } from '@official-accounts/client/graphql'
import type { FilterField } from '../../ui/filter-form.tsx'
import { enumWords } from '../../ui/words.ts'
import type { FilterChoicesQuery } from './account-list.documents.ts'

const USES = ['PUBLIC_COMMUNICATION', 'INTERNAL_GENERAL_AUDIENCE', 'NON_OPERATIONAL_AWARENESS']

/** What narrows a list of accounts; components and platforms once they are known. */
export function accountFilters(
  known: ResultOf<typeof FilterChoicesQuery> | undefined,
): readonly FilterField[] {
  const components = known?.components ?? []
  const platforms = known?.platforms.edges ?? []
  return [
    { name: 'text', label: 'Name, handle or address' },
    {
      name: 'component',
      label: 'Component',
      choices: components.map(({ code, name }) => ({ value: code, label: `${code}, ${name}` })),
    },
    {
      name: 'platform',
      label: 'Platform',
      choices: platforms.map(({ node }) => ({ value: node.slug, label: node.name })),
    },
    { name: 'state', label: 'State', many: true, choices: ACCOUNT_STATES.map(choiceOf) },
    { name: 'useCategory', label: 'Use', choices: USES.map(choiceOf), rare: true },
    { name: 'language', label: 'Language tag, such as es', rare: true },
    { name: 'topic', label: 'Topic', rare: true },
    { name: 'vacant', label: 'Contact vacant', flag: true },
    { name: 'unclaimed', label: 'Imported, not claimed', flag: true },
    { name: 'underPlatformReview', label: 'Waits because of its platform', flag: true, rare: true },
  ]
}

function choiceOf(value: string) {
  return { value, label: enumWords(value) }
}

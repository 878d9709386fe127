import { DateText, InstantText } from '../../ui/dates.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { OutsideLink } from '../../ui/outside-link.tsx'
import { enumWords } from '../../ui/words.ts'
import type { PlatformDetail } from './platform.documents.ts'

/** All that is known about a platform itself. */
export function PlatformFacts({ platform }: { readonly platform: PlatformDetail }) {
  const { prohibitedByLaw, prohibitedOn } = platform
  const prohibition = [
    { label: 'Prohibited by', value: prohibitedByLaw },
    { label: 'Prohibited since', value: prohibitedOn ? <DateText date={prohibitedOn} /> : null },
  ]
  return (
    <section aria-labelledby="facts-heading">
      <h2 id="facts-heading">Facts</h2>
      <FactList
        facts={[
          { label: 'What it is used for', value: platform.purpose },
          {
            label: 'Its own site',
            value: platform.homepageUrl ? <OutsideLink href={platform.homepageUrl} /> : null,
          },
          { label: 'On these domains (IV.B.2)', value: platform.domains.join(', ') },
          { label: 'Also called', value: platform.alsoCalled.join(', ') },
          { label: 'Demands a personal login (V.B.8)', value: enumWords(platform.personalLoginRequired) },
          {
            label: 'Terms negotiated for the government (M-13-10)',
            value: enumWords(platform.termsNegotiated),
          },
          { label: 'Terms signed by the department', value: enumWords(platform.termsSigned) },
          { label: 'Where the answer on terms is from', value: platform.termsSource },
          ...(prohibitedByLaw === null ? [] : prohibition),
          { label: 'Last changed', value: <InstantText at={platform.changedAt} /> },
        ]}
      />
    </section>
  )
}

import { DataTable } from '../ui/data-table.tsx'
import { InstantText } from '../ui/dates.tsx'

interface AdoptedVersion {
  readonly id: string
  readonly version: number
  readonly adoptedAt: string
  readonly isDefault: boolean
  readonly adoptedBy: { readonly displayName: string } | null
  readonly reason: string
}

interface AdoptedVersionsProps {
  readonly caption: string
  readonly versions: readonly AdoptedVersion[]
}

/** The versions of what an office adopts: each with when, by whom and why. */
export function AdoptedVersions({ caption, versions }: AdoptedVersionsProps) {
  return (
    <DataTable
      caption={caption}
      rows={versions}
      rowKey={({ id }) => id}
      columns={[
        { label: 'Version', rowHeader: true, cell: ({ version }) => version },
        { label: 'Since', cell: ({ adoptedAt }) => <InstantText at={adoptedAt} /> },
        {
          label: 'Adopted by',
          cell: ({ isDefault, adoptedBy }) =>
            isDefault ? 'Nobody: the default' : (adoptedBy?.displayName ?? 'Somebody you may not see'),
        },
        { label: 'Why', cell: ({ reason }) => reason },
      ]}
    />
  )
}

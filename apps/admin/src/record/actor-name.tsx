import { useQuery } from 'urql'
import { enumWords } from '../ui/words.ts'
import { globalId } from './global-id.ts'
import { ActorNameQuery } from './timeline.documents.ts'

interface ActorNameProps {
  readonly kind: string
  readonly id: string | null
}

/** Who acted: the name of a person the reader may see, else what kind of actor it was. */
export function ActorName({ kind, id }: ActorNameProps) {
  const [{ data }] = useQuery({
    query: ActorNameQuery,
    variables: { id: id === null ? '' : globalId('Person', id) },
    pause: id === null,
    requestPolicy: 'cache-first',
  })
  const name = data?.node?.__typename === 'Person' ? data.node.displayName : null
  return <>{name ?? (kind === 'SYSTEM' ? 'The system' : enumWords(kind))}</>
}

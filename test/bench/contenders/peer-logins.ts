import { withConnection } from '@official-accounts/db/database-connection'

const READER = 'bench_reader'
const WRITER = 'bench_writer'

/** Addresses of the logins the peers use: past row-level security, since nobody asks them who asks. */
export interface PeerUrls {
  readonly readerUrl: string
  readonly writerUrl: string
}

/**
 * Makes a login that may read everything, and one that may also do what the raw transaction does. PostGraphile finds
 * rows by unique constraints and not by unique indexes: the table's comment tells it of ours.
 */
export async function makePeerLogins(ownerUrl: string, password: string): Promise<PeerUrls> {
  await withConnection(ownerUrl, (owner) =>
    owner.query(`
      create role ${READER} login bypassrls password '${password}';
      create role ${WRITER} login bypassrls password '${password}';
      grant usage on schema public to ${READER}, ${WRITER};
      grant select on all tables in schema public to ${READER}, ${WRITER};
      grant update on account, platform, audit_head to ${WRITER};
      grant insert on decision, audit_entry to ${WRITER};
      grant usage on schema pgboss to ${WRITER};
      grant select, insert on all tables in schema pgboss to ${WRITER};
      comment on table account is '@unique slug';
      alter role ${READER} set default_transaction_read_only to on`),
  )
  return {
    readerUrl: withLogin(ownerUrl, READER, password),
    writerUrl: withLogin(ownerUrl, WRITER, password),
  }
}

function withLogin(url: string, name: string, password: string): string {
  const changed = new URL(url)
  changed.username = name
  changed.password = password
  return changed.href
}

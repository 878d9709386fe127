import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** Runs `work` with the URL of an empty database on the same server, and drops it afterwards. */
export async function withTemporaryDatabase<Result>(
  ownerUrl: string,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const name = `temporary_${randomUUID().replaceAll('-', '')}`
  await withConnection(ownerUrl, (owner) => owner.query(`create database ${name} template template0`))
  try {
    return await work(withDatabase(ownerUrl, name))
  } finally {
    await withConnection(ownerUrl, (owner) => owner.query(`drop database if exists ${name} with (force)`))
  }
}

/** Runs `work` with a connection of its own and ends it. */
export async function withConnection<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The same server and login, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

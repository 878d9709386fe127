import { readFileSync } from 'node:fs'
import { z } from 'zod'

const snapshot = z.object({
  status: z.object({ version: z.string(), accountCount: z.int(), asOf: z.string() }),
  accounts: z.array(z.object({ slug: z.string(), title: z.string() })),
})

/** What the site was built from, as its build kept it. */
export type BuiltDirectory = z.infer<typeof snapshot>

/** Reads what a build kept of the directory it was made from. Throws when it kept nothing, or another shape. */
export function readBuiltDirectory(pages: string): BuiltDirectory {
  return snapshot.parse(JSON.parse(readFileSync(`${pages}.snapshot.json`, 'utf8')))
}

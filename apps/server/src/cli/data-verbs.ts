import { InvalidArgumentError, Option, type Command } from 'commander'
import { loadConfig } from '../config.ts'
import { exportAudit, listAudit, verifyAudit } from './audit.ts'
import { backup, restore } from './backup.ts'
import type { Outcome } from './command-line.ts'
import { exportList, type ExportName } from './export/export.ts'
import { FORMATS } from './export/row-writer.ts'

/** What the verbs share: how a verb is made, printed and shown while it runs. */
export interface VerbKit {
  readonly verb: (usage: string, description: string, parent?: Command) => Command
  readonly print: (options: { json?: boolean }, verb: () => Promise<Outcome>) => Promise<void>
  readonly showProgress: (line: string) => void
  readonly write: (text: string) => void
}

const MOST_LISTED = 20

/** Adds the verbs that write the registry out and bring it back. */
export function addDataVerbs(registry: Command, { verb, print, showProgress, write }: VerbKit): void {
  const audit = registry.command('audit').description('read, write out and check the audit').exitOverride()
  withEntries(verb('list', 'the newest entries, newest first', audit))
    .option('--last <count>', 'how many', count, MOST_LISTED)
    .action(({ as, last: most, ...options }) =>
      print(options, () => listAudit(loadConfig(), options, { as, most })),
    )
  withOutput(withEntries(verb('export', 'write the entries out, oldest first', audit))).action((options) =>
    print(options, () =>
      exportAudit(loadConfig(), options, { ...options, json: options.json === true, write }),
    ),
  )
  verb('verify', 'check every chain from its first entry to its head', audit)
    .option('--heads <file>', 'what an earlier verify --json printed: an end cut off since then is found')
    .action(({ heads, ...options }) => print(options, () => verifyAudit(loadConfig(), heads)))

  withOutput(verb('export', 'write out what somebody may read of the registry'))
    .addOption(new Option('--as <subject>', AS))
    .addArgument(registry.createArgument('<kind>', 'what to write out').choices(['accounts', 'platforms']))
    .action((kind: ExportName, options) =>
      print(options, () =>
        exportList(loadConfig(), kind, { ...options, json: options.json === true, write }),
      ),
    )

  verb('backup <file>', 'write all that the database holds into a file; the server may be running')
    .addHelpText('after', `\n${WHAT_A_BACKUP_IS}`)
    .action((file, options) => print(options, () => backup(loadConfig(), file, showProgress)))
  verb(
    'restore <file>',
    'fill an empty database from a backup, and verify the audit; the server may not be running',
  )
    .option('--accept-broken-audit', 'restore although the audit in the backup is not whole')
    .addHelpText('after', `\n${WHAT_A_BACKUP_IS}`)
    .action((file, { acceptBrokenAudit, ...options }) => {
      const restoring = { acceptBrokenAudit: acceptBrokenAudit === true, onProgress: showProgress }
      return print(options, () => restore(loadConfig(), file, restoring))
    })
}

const AS = 'who reads, as the identity provider knows them; the persona opa at the development issuer'
const WHAT_A_BACKUP_IS = `A backup is compressed text, readable by its owner alone: it holds people's names and addresses. Keys (AUDIT_KEY_FILE,
and those in DATA_DIR) are not in it: keep them apart. It is restored by the version that made it.`

function withEntries(command: Command): Command {
  return command
    .addOption(new Option('--account <slug>', 'of this account').conflicts('record'))
    .option('--record <id>', 'of the record with this global id')
    .option('--since <time>', 'recorded at this time or later, such as 2026-10-01', instant)
    .option('--until <time>', 'recorded before this time', instant)
    .option('--as <subject>', AS)
}

function withOutput(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'how').choices(FORMATS).default('csv'))
    .option('--output <file>', 'a file to make, readable by its owner alone; else it is printed')
}

function instant(text: string): string {
  const time = new Date(text)
  if (Number.isNaN(time.getTime()))
    throw new InvalidArgumentError('It is no time, such as 2026-10-01T12:00:00Z.')
  return time.toISOString()
}

function count(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('It is no number from 1.')
  return number
}

import { Command, CommanderError } from 'commander'
import { loadConfig } from '../config.ts'
import { EXIT, runVerb, type Outcome } from './command-line.ts'
import { addDataVerbs } from './data-verbs.ts'
import { doctor } from './doctor.ts'
import { grantAdmin } from './grant-admin.ts'
import { importFile } from './import.ts'
import { migrateDatabase } from './migrate.ts'
import { publish } from './publish.ts'
import { token } from './token.ts'
import { verify } from './verify.ts'

const output = {
  write: (text: string) => void process.stdout.write(text),
  setExitCode: (code: number) => void (process.exitCode = code),
}

// Whoever reads only the beginning of a list closes the pipe: nothing has failed.
process.stdout.on('error', () => process.exit(EXIT.DONE))

// A line that is written over, on a terminal alone.
function showProgress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`)
}

async function print(options: { json?: boolean }, verb: () => Promise<Outcome>): Promise<void> {
  await runVerb(output, options.json === true, verb)
}

const registry = new Command('registry')
  .description('Official Accounts from the command line.')
  .addHelpText('after', '\nExit codes: 0 done, 1 refused or failed, 2 wrong usage.')
  .exitOverride()

function verb(usage: string, description: string, parent: Command = registry): Command {
  return parent
    .command(usage)
    .description(description)
    .option('--json', 'print one JSON object')
    .exitOverride()
}

verb('migrate', 'bring the database to the present version').action((options) =>
  print(options, () => migrateDatabase(loadConfig())),
)
verb('import <file>', 'import a register’s file; prints what became of every row')
  .option('--dry-run', 'say what would happen and write nothing')
  .option('--submitter <subject>', 'who submits, as the identity provider knows them')
  .action((file, { dryRun, submitter, ...options }) => {
    const importing = { dryRun: dryRun === true, submitter, onProgress: showProgress }
    return print(options, () => importFile(loadConfig(), file, importing))
  })
verb('publish', 'have the running server build the public site and switch to it')
  .option('--accept-loss', 'also when more than a fifth of the accounts would go')
  .action((options) => {
    const acceptLoss = options.acceptLoss === true
    return print(options, () => publish(loadConfig(), { acceptLoss, onProgress: showProgress }))
  })
verb('token <persona>', 'an access token for a persona of the development sign-in').action(
  (persona, options) => print(options, () => token(loadConfig(), persona)),
)
verb('grant-admin', 'make somebody the first administrator; audited')
  .requiredOption('--issuer <url>', 'the identity provider')
  .requiredOption('--subject <subject>', 'whom the identity provider knows by this subject')
  .option('--name <name>', 'a name to show, when the person is not registered yet')
  .action((options) => print(options, () => grantAdmin(loadConfig(), options)))
verb('verify <url-or-handle>', 'is this an official account?').action((input, options) =>
  print(options, () => verify(loadConfig(), input)),
)
verb('doctor', 'check settings, server, database, site and sign-in').action((options) =>
  print(options, () => doctor(loadConfig)),
)
addDataVerbs(registry, { verb, print, showProgress, write: output.write })

try {
  await registry.parseAsync()
} catch (error) {
  // Commander has said in words what was wrong; asking for help is nothing wrong.
  const isUsage = error instanceof CommanderError
  if (!isUsage) console.error(error)
  process.exitCode = isUsage ? (error.exitCode === 0 ? EXIT.DONE : EXIT.WRONG_USAGE) : EXIT.FAILED
}
// Timers of the job queue's library would keep the process for another ten seconds.
process.exit()

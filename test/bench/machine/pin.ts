import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** Which core a server has to itself, and which one the database and the load share. */
export const SERVER_CORE = 0
export const LOAD_CORE = 1

// Asked once, at the start: a process that has been kept to one core itself sees one core only.
const pinning = availableParallelism() >= 2 && spawnSync('taskset', ['--version']).status === 0

/** Whether processes can be kept to a core here: util-linux's taskset and two cores. */
export function canPin(): boolean {
  return pinning
}

/** Keeps a running process and its threads to one core. Does nothing where that cannot be done. */
export function pin(pid: number, core: number): void {
  if (canPin()) spawnSync('taskset', ['-a', '-c', '-p', String(core), String(pid)])
}

/** A command line that runs on one core from its beginning, where that can be had. */
export function pinned(command: readonly string[], core: number): readonly string[] {
  return canPin() ? ['taskset', '-c', String(core), ...command] : command
}

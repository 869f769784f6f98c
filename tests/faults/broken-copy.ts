import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PARTS = [
  'src',
  'sync-server',
  'tests',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
] as const

/** A copy of the product where something is broken on purpose; the product itself is never touched. */
export interface BrokenCopy {
  readonly folder: string
  read(file: string): Promise<string>
  write(file: string, text: string): Promise<void>
  remove(): Promise<void>
}

export async function copyProduct(): Promise<BrokenCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'escale-broken-'))
  for (const part of PARTS) await cp(part, join(folder, part), { recursive: true })
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  return {
    folder,
    read: (file) => readFile(join(folder, file), 'utf8'),
    write: (file, text) => writeFile(join(folder, file), text),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

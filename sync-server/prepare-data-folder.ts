import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** Makes the data folder when absent and proves that it can be written; rejects with the system's error. */
export async function prepareDataFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const probe = join(folder, `.${randomUUID()}`)
  await writeFile(probe, '')
  await rm(probe)
}

/**
 * Rejects when the port is taken, before any data is opened: someone who starts Escale twice reads
 * about the port, and no demonstration is made in vain.
 */
export function checkPortIsFree(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

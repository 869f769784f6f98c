import { type Bytes, readSealedFile } from '#protocol/sealed-file.ts'
import type { Handover } from '../bundle/handover.ts'
import type { Workspace } from '../workspace.ts'
import type { CopyShelf } from './copy-shelf.ts'

interface Recovery {
  readonly workspace: Pick<Workspace, 'profile' | 'sync' | 'handover'>
  readonly shelf: CopyShelf
  /** True for a device that still has its own database in this browser. */
  readonly isHere: (device: string) => Promise<boolean>
}

/**
 * At the opening: hands over the copies whose first text is gone, as work carried for someone else. A
 * device that is no longer here, whoever opens the browser now; or this one, when its copy holds more
 * than what waits. Repeating is harmless: the server knows each operation by its number.
 */
export async function recoverCopies({ workspace, shelf, isHere }: Recovery): Promise<void> {
  const { profile, sync } = workspace
  const waiting = sync.status().waiting.reduce((sum, { operations }) => sum + operations, 0)
  for (const { device, file } of await shelf.list()) {
    const operations = await operationsIn(file)
    const isOurs = device === profile.device
    if (isOurs ? operations <= waiting : await isHere(device)) continue
    await handOver(await workspace.handover(), { shelf, device, file })
  }
}

async function handOver(
  handover: Handover,
  { shelf, device, file }: { shelf: CopyShelf; device: string; file: Bytes },
): Promise<void> {
  const outcome = await handover.importFile(file, { ownToo: true })
  if (outcome.kind !== 'already-carried') return
  const read = await readSealedFile(file)
  const id = read.ok ? read.value.header.id : undefined
  const carried = handover.carried().find((each) => each.id === id)
  // The server has answered for it: nobody will come for the receipt of a device that is gone.
  if (carried?.state !== 'receipt') return
  await shelf.remove(device)
  await handover.forget(carried.id)
}

/** What waits in copies of devices that are no longer here, to be said before anyone is enrolled. */
export async function operationsLeft(
  shelf: CopyShelf,
  isHere: (device: string) => Promise<boolean>,
): Promise<number> {
  let left = 0
  for (const { device, file } of await shelf.list()) {
    if (!(await isHere(device))) left += await operationsIn(file)
  }
  return left
}

async function operationsIn(file: Bytes): Promise<number> {
  const read = await readSealedFile(file)
  return read.ok && read.value.kind === 'bundle' ? read.value.header.operations : 0
}

import { createDice } from '#sync-server/demo/dice.ts'
import { joinDirectly } from '#tests/support/enrol-directly.ts'
import { PEOPLE, type TestDevice } from '#tests/support/test-server.ts'
import { type Fault, must } from './fault.ts'
import { createFaultServer, type FaultServer } from './world/fault-server.ts'
import { onSharedServer } from './world/shared-server.ts'

/** Eight to thirty-two devices push at once while one reads with its cursor: it misses no row. */
export const racingCursor: Fault = {
  id: 'T21',
  title: 'a cursor that reads while 8 to 32 devices commit',
  unit: 'rows',
  perCommit: 8,
  open: () => onSharedServer(runCase, () => createFaultServer()),
}

async function runCase(server: FaultServer, seed: number): Promise<number> {
  const dice = createDice(seed)
  const running = server.now()
  const reader = await joinDirectly(running, PEOPLE['quality-lead'])
  const writers: TestDevice[] = []
  for (let count = dice.between(8, 32); count > 0; count--) {
    writers.push(await joinDirectly(running, PEOPLE.officer))
  }
  let left = writers.length
  const writing = writers.map(async (writer) => {
    for (let pushes = dice.between(1, 4); pushes > 0; pushes--) {
      const ops = []
      for (let count = dice.between(1, 6); count > 0; count--) ops.push(await writer.write())
      const { status } = await writer.sync({ ops })
      must(status === 200, `a push was answered ${status}`)
    }
    left--
  })
  const seen = new Map<string, number>()
  const cursors: Record<string, number> = {}
  const reading = (async () => {
    while (left > 0) await readOnce(reader, cursors, seen, dice.between(1, 40))
  })()
  await Promise.all([...writing, reading])
  while (await readOnce(reader, cursors, seen, 500)) {
    // Until nothing is new.
  }
  const whole = new Map<string, number>()
  const from: Record<string, number> = {}
  while (await readOnce(reader, from, whole, 500)) {
    // The same, from the beginning.
  }
  for (const [id, seq] of whole) must(seen.get(id) === seq, `${id} at ${seq} was missed`)
  return whole.size
}

async function readOnce(
  reader: TestDevice,
  cursors: Record<string, number>,
  seen: Map<string, number>,
  limit: number,
): Promise<boolean> {
  const { status, body } = await reader.sync({ cursors, limit })
  must(status === 200, `a pull was answered ${status}`)
  for (const { bucket, rows, upTo } of body.pages) {
    cursors[bucket] = upTo
    for (const row of rows) seen.set(row.id, row.seq)
  }
  return body.pages.length > 0
}

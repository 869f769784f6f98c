import { recordId } from '#domain/shared/ids.ts'
import type { Op } from '#protocol/op.ts'
import type { OpOutcome } from '#protocol/sync.ts'
import { createDice } from '#sync-server/demo/dice.ts'
import { joinDirectly } from '#tests/support/enrol-directly.ts'
import { PEOPLE, type TestDevice } from '#tests/support/test-server.ts'
import { Broken, type Fault, must } from './fault.ts'
import { createFaultServer, type FaultServer } from './world/fault-server.ts'
import { onSharedServer } from './world/shared-server.ts'

/**
 * Batches of two devices sent twice, out of order, overlapping, and several at the same second: each
 * operation is logged once, in order, and a repetition hears the first outcome.
 */
export const batches: Fault = {
  id: 'T5',
  title: 'batches doubled, reordered, replayed and interleaved',
  unit: 'batches',
  perCommit: 250,
  open: () => onSharedServer(runCase, () => createFaultServer()),
}

async function runCase(server: FaultServer, seed: number): Promise<number> {
  const dice = createDice(seed)
  const running = server.now()
  const devices = [
    await joinDirectly(running, PEOPLE.officer),
    await joinDirectly(running, PEOPLE['quality-lead']),
  ]
  const record = recordId(`rec-${seed}`)
  const lines = await Promise.all(
    devices.map(async (device) => {
      const ops: Op[] = []
      for (let n = dice.between(3, 12); n > 0; n--) {
        ops.push(await device.write({ rec: record, fields: { 'answers.C1': dice.between(0, 3) } }))
      }
      return { device, ops, outcomes: new Map<number, OpOutcome>() }
    }),
  )
  let sent = 0
  for (let step = dice.between(4, 12); step > 0; step--) {
    const together = Array.from({ length: dice.between(1, 3) }, async () => {
      const line = dice.pick(lines)
      const from = dice.between(0, line.ops.length - 1)
      sent++
      await send(line, from, dice.between(from + 1, line.ops.length))
    })
    await Promise.all(together)
  }
  for (const line of lines) await send(line, 0, line.ops.length)
  for (const { device, ops } of lines) {
    const logged = await running.store.read(({ log }) => log.ofDevice(device.id, 1, 1_000_000))
    const ids = logged.map(({ op }) => op).join()
    if (ids !== ops.map(({ id }) => id).join()) throw new Broken('I1', `the log holds ${ids}`)
  }
  return sent + lines.length
}

interface Line {
  readonly device: TestDevice
  readonly ops: readonly Op[]
  readonly outcomes: Map<number, OpOutcome>
}

async function send({ device, ops, outcomes }: Line, from: number, to: number): Promise<void> {
  const { status, body } = await device.sync({ ops: ops.slice(from, to) })
  if (status === 409) {
    must(body.error?.kind === 'gap', `refused for ${body.error?.kind}`)
    return
  }
  must(status === 200, `a batch was answered ${status}`)
  must(body.push.outcomes.length === to - from, 'an operation was not answered for')
  for (const outcome of body.push.outcomes) {
    const first = outcomes.get(outcome.n)
    must(
      !first || JSON.stringify(first) === JSON.stringify(outcome),
      `${outcome.n} was ${JSON.stringify(first)}, then ${JSON.stringify(outcome)}`,
    )
    outcomes.set(outcome.n, outcome)
  }
}

import { recordId } from '#domain/shared/ids.ts'
import { writeCursors } from '#protocol/cursor-text.ts'
import { createDice } from '#sync-server/demo/dice.ts'
import { authorBatch } from '#sync-server/sync/author-batch.ts'
import type { AuthoredWrite } from '#sync-server/sync/authored-write.ts'
import { enrolDirectly } from '#tests/support/enrol-directly.ts'
import { DISPOSITIF, HOME_1, HOME_2, PEOPLE, type TestServer } from '#tests/support/test-server.ts'
import { Broken, type Fault, must } from './fault.ts'
import { createFaultServer, type FaultServer } from './world/fault-server.ts'
import { onSharedServer } from './world/shared-server.ts'

/** What a director of home 1 may not read, wherever it lies. */
const HIDDEN = [
  ['audit', HOME_2],
  ['action', HOME_2],
  ['adverse-event', HOME_2],
  ['declarant', HOME_1],
  ['declarant', HOME_2],
  ['named-declarant', HOME_2],
  ['indicator-value', HOME_2],
] as const

/** The same pull before and after others write what one may not read: the same bytes, headers included. */
export const hiddenRows: Fault = {
  id: 'T16',
  title: 'the same pull with and without rows one may not read',
  unit: 'pulls',
  perCommit: 100,
  open: () => onSharedServer(runCase, () => createFaultServer()),
}

async function runCase(server: FaultServer, seed: number): Promise<number> {
  const dice = createDice(seed)
  const running = server.now()
  const { token } = await enrolDirectly(running, PEOPLE.director)
  // From the beginning, or from somewhere in the middle of each of the director's buckets.
  const held = Array.from({ length: dice.chance(0.5) ? 0 : 5 }, () => dice.between(0, 4))
  const cursors = writeCursors(held)
  const asked = { grants: await tagOf(running, token), cursors, limit: dice.pick([1, 3, 500]) }
  const before = await pull(running, token, asked)
  const writes = Array.from({ length: dice.between(1, 12) }, (): AuthoredWrite => {
    const [type, scope] = dice.pick(HIDDEN)
    return {
      id: recordId(dice.id()),
      type,
      scope,
      at: running.clock.now,
      fields: { note: 'caché' },
    }
  })
  const author = { dispositif: DISPOSITIF, person: PEOPLE.officer }
  await running.store.write((session) => authorBatch(session, author, writes))
  const after = await pull(running, token, asked)
  if (before !== after) throw new Broken('I5', `hidden rows changed ${before} into ${after}`)
  return 2
}

/** The tag of the director's grants, which places of cursors belong to. */
async function tagOf({ app }: TestServer, token: string): Promise<string> {
  const response = await ask(app, token, { grants: '', cursors: '', limit: 1 })
  const tag = /"tag":"([^"]+)"/.exec(response.rawPayload.toString())?.[1]
  must(tag !== undefined, `no tag in ${response.rawPayload.toString()}`)
  return tag
}

async function pull({ app }: TestServer, token: string, asked: object): Promise<string> {
  const { rawPayload, statusCode, headers } = await ask(app, token, asked)
  must(statusCode === 200, `a pull was answered ${statusCode}`)
  // The hour and the count of requests say nothing of rows.
  const { date: _, ...rest } = headers
  const kept = Object.entries(rest).filter(([name]) => !name.startsWith('x-ratelimit'))
  return JSON.stringify([statusCode, kept, rawPayload.toString('base64')])
}

function ask(app: TestServer['app'], token: string, pull: object) {
  const push = { from: 1, declared: 0, ops: [] }
  return app.inject({
    method: 'POST',
    url: '/v1/sync',
    headers: { authorization: `Bearer ${token}` },
    payload: { protocol: 1, epoch: null, push, pull },
  })
}

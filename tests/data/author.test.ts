import { expect, it } from 'vitest'
import { composeOp, type Intent, UnknownRecordError } from '#data/author.ts'
import type { LocalState } from '#data/local-state.ts'
import { createReplica } from '#data/replica.ts'
import type { KeptOp, SyncMeta } from '#data/stored-shapes.ts'
import { deviceId, recordId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { hlcAt } from '#protocol/hlc.ts'
import type { RecordState } from '#protocol/merge.ts'
import { type OpId, opId } from '#protocol/op.ts'
import { buildLocalState, DEVICE } from '#tests/builders/build-sync.ts'
import { HOME_1, openTestWorkspace } from '#tests/support/workspace.ts'
import { buildOp } from '../protocol/merge-world.ts'

const QUALITY = bucketId(HOME_1, 'quality')
const REC = recordId('r')
/** An operation of this device, or of another. */
const own = (n: number): OpId => opId(DEVICE, n)
const other = (n: number): OpId => opId(deviceId('d2'), n)

/** The record as this device shows it: by field, its value and the operation that wrote it. */
function shown(heads: Readonly<Record<string, readonly [Fields[string], OpId]>>): RecordState {
  const f = Object.fromEntries(
    Object.entries(heads).map(([field, [v, op]]) => [field, { v, op, h: hlcAt(1) }]),
  )
  return { id: REC, type: 'action', bucket: QUALITY, f, seen: { d1: 4, d2: 1 }, last: own(4) }
}

interface Known {
  readonly record?: RecordState
  /** Where its received part stands; 0 for one never received. */
  readonly seq?: number
  readonly ops?: readonly KeptOp[]
  readonly sync?: Partial<SyncMeta>
}

/** What this device writes for a gesture, with what it knows of the record. */
async function composed(intent: Intent, { record, seq = 5, ops = [], sync = {} }: Known) {
  const { profile } = await openTestWorkspace()
  const replica: LocalState['replica'] = {
    ...createReplica(),
    stateOf: () => record,
    seqOf: () => seq,
  }
  return composeOp(intent, profile, { ...buildLocalState({ ops, sync }), replica }, 1)
}

function kept(n: number, over: Partial<KeptOp> = {}): KeptOp {
  const op = { ...buildOp({ device: 1, n, f: {} }), rec: REC, bucket: QUALITY }
  return { n, state: 'pending', seq: 0, op, savedAt: 1, ...over }
}

it('an operation is numbered after the last, and stamped by the clock as the server corrected it', async () => {
  const { profile } = await openTestWorkspace()
  const intent = {
    kind: 'create',
    id: recordId('r1'),
    type: 'audit',
    scope: HOME_1,
    fields: {},
  } as const
  const state = buildLocalState({ declared: 7, sync: { offsetMs: 3_600_000 } })
  const op = await composeOp(intent, profile, state, 10_000_000)
  expect(op).toMatchObject({ id: `${DEVICE}:8`, h: hlcAt(13_600_000), wall: 10_000_000 })
})

it('a gesture writes its own field, in the place of its record', async () => {
  const record = shown({ title: ['Ranger', other(1)], pilot: ['IDE', own(4)] })
  const op = await composed({ kind: 'set', id: REC, fields: { pilot: 'IDEC' } }, { record })
  expect(op).toMatchObject({ rec: REC, type: 'action', bucket: QUALITY, kind: 'set' })
  expect(op.f).toEqual({ pilot: { v: 'IDEC', base: own(4) } })
})

it('what a restored server did not bring back goes whole with the next gesture, and nothing else does', async () => {
  const record = shown({ title: ['Ranger', other(1)], pilot: ['IDE', own(4)] })
  const intent: Intent = { kind: 'set', id: REC, fields: { pilot: 'IDEC' } }
  const sync = { generations: { [QUALITY]: 1 } }
  const fields = async (seq: number) =>
    Object.keys((await composed(intent, { record, seq, sync })).f).sort()
  expect(await fields(5)).toEqual(['pilot', 'title'])
  // Never received: it is this device's to send, and waits with its own operations.
  expect(await fields(0)).toEqual(['pilot'])
  expect(await fields(2 ** 40 + 5)).toEqual(['pilot'])
})

it('a deletion names all that was seen, who keeps the record the deletions, a settlement each value', async () => {
  const record: RecordState = {
    ...shown({ title: ['Ranger', own(4)] }),
    x: { title: [{ v: 'Trier', op: other(1), h: hlcAt(1) }] },
    ends: [{ v: { d1: 2 }, op: other(1), h: hlcAt(1) }],
  }
  const deleted = await composed({ kind: 'delete', id: REC }, { record })
  expect([deleted.f, deleted.closes]).toEqual([{}, [own(4), other(1)]])
  const restored = await composed({ kind: 'restore', id: REC }, { record })
  expect([restored.f, restored.closes]).toEqual([{}, [other(1)]])
  const settled = await composed(
    { kind: 'resolve', id: REC, field: 'title', value: 'Trier' },
    { record },
  )
  expect([settled.f, settled.closes]).toEqual([
    ...[{ title: { v: 'Trier', base: own(4) } }, [own(4), other(1)]],
  ])
})

it('a record made here and set aside since is still written on; one of nowhere is not', async () => {
  const ops = [kept(1), { ...kept(2), op: { ...kept(2).op, rec: recordId('z'), type: 'audit' } }]
  const here = { ops: [...ops].reverse() as readonly KeptOp[] }
  const set = await composed({ kind: 'set', id: REC, fields: { pilot: 'IDE' } }, here)
  expect(set).toMatchObject({ type: 'action', bucket: QUALITY, f: { pilot: { base: null } } })
  for (const kind of ['delete', 'restore'] as const) {
    const op = await composed({ kind, id: REC }, here)
    expect([op.type, op.f]).toEqual(['action', {}])
    expect(op).not.toHaveProperty('closes')
  }
  const settling = composed({ kind: 'resolve', id: REC, field: 'title', value: 'a' }, here)
  await expect(settling).rejects.toBeInstanceOf(UnknownRecordError)
  const nowhere = composed({ kind: 'set', id: REC, fields: {} }, {})
  await expect(nowhere).rejects.toBeInstanceOf(UnknownRecordError)
})

it('what was set aside is written again on what its author had seen of others, and on what stands of their own', async () => {
  const write = (base: OpId | null) => ({ v: 1, base })
  const op = {
    ...kept(3).op,
    kind: 'create' as const,
    f: {
      replaced: write(own(2)),
      built: write(own(2)),
      seen: write(other(9)),
      gone: write(own(2)),
      first: write(null),
    },
  }
  const record = shown({
    replaced: ['a', other(1)],
    built: ['b', own(4)],
    seen: ['c', own(4)],
    first: ['e', other(1)],
  })
  const again = await composed({ kind: 'again', id: REC, op }, { record })
  const bases = Object.entries(again.f).map(([field, { base }]) => [field, base])
  expect(Object.fromEntries(bases)).toEqual({
    ...{ replaced: null, built: own(4), seen: other(9), gone: null, first: null },
  })
  expect(again.kind).toBe('create')
  expect(again).not.toHaveProperty('closes')
  const closing = { ...op, closes: [other(7)] }
  const closed = await composed({ kind: 'again', id: REC, op: closing }, { ops: [kept(3)] })
  expect([closed.closes, closed.f.built?.base]).toEqual([[other(7)], null])
})

it('words typed on one’s own words not yet sent are the same edit, on sent or foreign words another', async () => {
  const was = async (op: OpId, state: KeptOp['state']) => {
    const base = shown({ finding: ['mots du milieu', op] })
    const { finding } = base.f
    const record = {
      ...base,
      f: { ...(finding && { finding: { ...finding, was: 'avant cela' } }) },
    }
    const fields = { finding: 'mots de la fin' }
    const ops = [kept(4, { state, op: { ...kept(4).op, id: own(4) } })]
    return (await composed({ kind: 'set', id: REC, fields }, { record, ops })).f.finding?.was
  }
  expect(await was(own(4), 'pending')).toBe('avant cela')
  expect(await was(own(4), 'acked')).toBe('mots du milieu')
  expect(await was(other(4), 'pending')).toBe('mots du milieu')
})

it('operations set aside are ended in the settings of the dispositif, with the reason given', async () => {
  const { profile } = await openTestWorkspace()
  const id = recordId(profile.dispositif.id)
  const op = await composed({ kind: 'settle', id, ops: [own(2)], reason: 'doublon' }, {})
  expect(op).toMatchObject({
    ...{ rec: id, type: 'dispositif', bucket: bucketId(profile.dispositif.id, 'config') },
    ...{ closes: [own(2)], f: { reason: { v: 'doublon', base: null } } },
  })
})

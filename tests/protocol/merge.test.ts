import { describe, expect, test } from 'vitest'
import type { Json } from '#domain/shared/json.ts'
import { disputedFields, EXISTENCE, valuesInDispute } from '#protocol/disputes.ts'
import { deletionCloses, fieldWrites, resolution, restoreCloses } from '#protocol/field-write.ts'
import { applyOp, headsOf, type RecordState, shownFields } from '#protocol/merge.ts'
import type { OpId } from '#protocol/op.ts'
import { buildOp } from './merge-world.ts'

let stamp = 0

/** Someone on a device writes on top of what they look at; each device's numbers follow. */
function device(number: number) {
  let n = 0
  return {
    write(on: RecordState | undefined, field: string, value: Json) {
      n++
      stamp++
      const writes = fieldWrites('action', { [field]: value }, on)
      return buildOp({ device: number, n, clock: stamp, ...writes })
    },
    resolve(on: RecordState, field: string, value: Json) {
      n++
      stamp++
      const writes = resolution(on, field, value)
      return buildOp({ device: number, n, clock: stamp, kind: 'resolve', ...writes })
    },
    remove(on: RecordState) {
      n++
      return buildOp({ device: number, n, kind: 'delete', f: {}, closes: deletionCloses(on) })
    },
    keep(on: RecordState) {
      n++
      return buildOp({ device: number, n, kind: 'restore', f: {}, closes: restoreCloses(on) })
    },
  }
}

function taking(on: RecordState | undefined, ...ops: Parameters<typeof applyOp>[1][]): RecordState {
  const state = ops.reduce<RecordState | undefined>((before, op) => applyOp(before, op).record, on)
  if (!state) throw new Error('No operation')
  return state
}

function start(field: string, value: Json) {
  const [ana, ben] = [device(1), device(2)]
  return { ana, ben, first: taking(undefined, ana.write(undefined, field, value)) }
}

describe('a plain value', () => {
  test('of two people who had not seen each other, both values wait and the latest is shown', () => {
    const { ana, ben, first } = start('dueOn', '2026-12-01')
    const byAna = ana.write(first, 'dueOn', '2026-12-15')
    const byBen = ben.write(first, 'dueOn', '2026-11-30')
    const seen = taking(first, byAna)
    expect(applyOp(first, byAna).outcome).toBe('applied')
    expect(applyOp(seen, byBen).outcome).toBe('conflict')
    const state = taking(seen, byBen)
    expect(disputedFields(state)).toEqual(['dueOn'])
    expect(valuesInDispute(state, 'dueOn').map(([head]) => head?.v)).toEqual([
      '2026-11-30',
      '2026-12-15',
    ])
    expect(shownFields(state).dueOn).toBe('2026-11-30')
    // Who wrote the same as another stands with them.
    const three = taking(state, device(3).write(first, 'dueOn', '2026-12-15'))
    const groups = valuesInDispute(three, 'dueOn').map((heads) => heads.map(({ v }) => v))
    expect(groups).toEqual([['2026-12-15', '2026-12-15'], ['2026-11-30']])
  })

  test('written the same by both is nobody’s disagreement, and who writes next replaces both', () => {
    const { ana, ben, first } = start('dueOn', '2026-12-01')
    const byBen = ben.write(first, 'dueOn', '2026-12-15')
    const same = taking(first, ana.write(first, 'dueOn', '2026-12-15'))
    expect(applyOp(same, byBen).outcome).toBe('merged')
    expect(applyOp(same, ben.write(first, 'dueOn', '2026-12-15')).outcome).toBe('merged')
    const state = taking(same, byBen)
    expect(disputedFields(state)).toEqual([])
    expect(headsOf(taking(state, ana.write(state, 'dueOn', '2027-01-01')), 'dueOn')).toHaveLength(1)
  })

  test('changed again by someone who saw one of the two stays in dispute with the other', () => {
    const { ana, ben, first } = start('dueOn', '2026-12-01')
    const byAna = ana.write(first, 'dueOn', '2026-12-15')
    const state = taking(first, byAna, ben.write(first, 'dueOn', '2026-11-30'))
    const later = taking(state, ben.write(state, 'dueOn', '2026-12-02'))
    expect(valuesInDispute(later, 'dueOn').map(([head]) => head?.v)).toEqual([
      '2026-12-02',
      '2026-12-15',
    ])
  })

  test('another field written meanwhile is merged without a word', () => {
    const { ana, ben, first } = start('dueOn', '2026-12-01')
    const state = taking(first, ana.write(first, 'dueOn', '2026-12-15'))
    const { outcome, record } = applyOp(state, ben.write(first, 'pilot', 'IDE'))
    expect([outcome, disputedFields(record)]).toEqual(['applied', []])
  })
})

describe('a settlement', () => {
  function inDispute() {
    const people = start('dueOn', '2026-12-01')
    const { ana, ben, first } = people
    const state = taking(
      first,
      ana.write(first, 'dueOn', '2026-12-15'),
      ben.write(first, 'dueOn', '2026-11-30'),
    )
    return { ...people, state }
  }

  test('closes every value its author knew, the one kept and the one left', () => {
    const { ana, state } = inDispute()
    const settlement = ana.resolve(state, 'dueOn', '2026-12-15')
    expect(settlement.f.dueOn?.base).toBe(headsOf(state, 'dueOn')[0]?.op)
    const { record, outcome } = applyOp(state, settlement)
    expect(outcome).toBe('applied')
    expect(headsOf(record, 'dueOn').map(({ v }) => v)).toEqual(['2026-12-15'])
  })

  test('made twice, differently, is a new disagreement and not a loss', () => {
    const { ana, ben, state } = inDispute()
    const settled = taking(
      state,
      ana.resolve(state, 'dueOn', '2026-12-15'),
      ben.resolve(state, 'dueOn', '2026-11-30'),
    )
    expect(headsOf(settled, 'dueOn')).toHaveLength(2)
    expect(disputedFields(settled)).toEqual(['dueOn'])
  })

  test('leaves aside a third value that its author did not know', () => {
    const { ana, first, state } = inDispute()
    const byChloe = device(3).write(first, 'dueOn', '2027-02-01')
    const settled = taking(state, byChloe, ana.resolve(state, 'dueOn', '2026-12-15'))
    expect(disputedFields(settled)).toEqual(['dueOn'])
    expect(headsOf(settled, 'dueOn').map(({ v }) => v)).toContain('2027-02-01')
  })
})

describe('a status', () => {
  test('goes forward by itself when one of the two is ahead, in whatever order they arrive', () => {
    const { ana, ben, first } = start('status', 'todo')
    const [doing, done] = [ana.write(first, 'status', 'doing'), ben.write(first, 'status', 'done')]
    for (const state of [taking(first, doing, done), taking(first, done, doing)]) {
      expect(shownFields(state).status).toBe('done')
      expect(disputedFields(state)).toEqual([])
    }
    expect(applyOp(taking(first, done), doing).outcome).toBe('merged')
  })

  test('that cannot follow what the other wrote is a disagreement', () => {
    const { ana, ben, first } = start('status', 'doing')
    const state = taking(
      first,
      ana.write(first, 'status', 'done'),
      ben.write(first, 'status', 'dropped'),
    )
    expect(disputedFields(state)).toEqual(['status'])
  })

  test('goes back when someone who saw it takes it back, and never in silence', () => {
    const { ana, ben, first } = start('status', 'doing')
    const done = taking(first, ana.write(first, 'status', 'done'))
    const back = taking(done, ana.write(done, 'status', 'doing'))
    expect([shownFields(back).status, disputedFields(back)]).toEqual(['doing', []])
    // Ben had not seen that it was done, nor that it was taken back.
    const state = taking(back, ben.write(first, 'status', 'done'))
    expect(disputedFields(state)).toEqual(['status'])
  })

  test('that gave way is seen with the one shown: who writes next replaces both', () => {
    const { ana, ben, first } = start('status', 'todo')
    const state = taking(
      first,
      ana.write(first, 'status', 'doing'),
      ben.write(first, 'status', 'done'),
    )
    const next = taking(state, ana.write(state, 'status', 'measured'))
    expect(headsOf(next, 'status').map(({ v }) => v)).toEqual(['measured'])
  })
})

describe('a collection', () => {
  test('keeps what both added, and a remark is never in dispute', () => {
    const { ana, ben, first } = start('title', 'Refaire')
    const state = taking(
      first,
      ana.write(first, 'remarks.a', 'Vu avec l’IDE'),
      ben.write(first, 'remarks.b', 'À revoir lundi'),
    )
    expect(shownFields(state)).toMatchObject({
      'remarks.a': 'Vu avec l’IDE',
      'remarks.b': 'À revoir lundi',
    })
    expect(disputedFields(state)).toEqual([])
  })

  test('a member taken away and put back at once stays, in whatever order they arrive', () => {
    const { ana, ben, first } = start('remarks.a', 'Vu')
    const gone = ana.write(first, 'remarks.a', null)
    const again = ben.write(first, 'remarks.a', 'Vu et revu')
    for (const state of [taking(first, gone, again), taking(first, again, gone)]) {
      expect(shownFields(state)['remarks.a']).toBe('Vu et revu')
      expect(disputedFields(state)).toEqual([])
    }
    expect(shownFields(taking(first, gone))['remarks.a']).toBeNull()
  })
})

describe('long words', () => {
  test('say what they replaced, so that the screen can propose a third version', () => {
    const { ana, ben, first } = start('finding', 'Étiquettes effacées.')
    const state = taking(
      first,
      ana.write(first, 'finding', 'Étiquettes effacées au soleil.'),
      ben.write(first, 'finding', 'Trois étiquettes effacées.'),
    )
    expect(headsOf(state, 'finding').map(({ was }) => was)).toEqual([
      'Étiquettes effacées.',
      'Étiquettes effacées.',
    ])
    expect(disputedFields(state)).toEqual(['finding'])
  })

  test('saved several times in one edit say what was there before the edit', () => {
    const { ana, first } = start('finding', 'Étiquettes effacées.')
    const once = ana.write(first, 'finding', 'Étiquettes effacées au soleil.')
    const run = (op: OpId) => op === once.id
    const twice = fieldWrites('action', { finding: 'Autre mot.' }, taking(first, once), run)
    expect(twice.f.finding?.was).toBe('Étiquettes effacées.')
    const alone = fieldWrites('action', { finding: 'Autre mot.' }, taking(first, once))
    expect(alone.f.finding?.was).toBe('Étiquettes effacées au soleil.')
  })

  test('weigh nothing more when they are a word, a date or a first version', () => {
    const { first } = start('dueOn', '2026-12-01')
    expect(fieldWrites('action', { dueOn: null }, first).f.dueOn).not.toHaveProperty('was')
    expect(fieldWrites('action', { dueOn: null }, first)).not.toHaveProperty('closes')
    // What a form was answered is kept when it is words, a short text of a record is not.
    const said = { 'answers.C1': 'pas avant midi', pilot: 'IDE de nuit' }
    const { f } = taking(
      undefined,
      buildOp({ device: 5, n: 1, f: fieldWrites('audit', said, undefined).f }),
    )
    const again = fieldWrites('audit', { 'answers.C1': 'oui', pilot: 'IDE' }, { ...first, f }).f
    expect([again['answers.C1']?.was, again.pilot?.was]).toEqual(['pas avant midi', undefined])
    expect(fieldWrites('action', { finding: 'a b' }, first).f.finding).not.toHaveProperty('was')
    const word = taking(first, device(4).write(first, 'finding', 'effacées'))
    expect(fieldWrites('action', { finding: 'a b' }, word).f.finding).not.toHaveProperty('was')
  })
})

describe('a delete', () => {
  test('takes effect when its author had seen everything', () => {
    const { ana, ben, first } = start('dueOn', '2026-12-01')
    const state = taking(first, ben.write(first, 'pilot', 'IDE'))
    const removal = ana.remove(state)
    expect(taking(state, removal).deleted).toBe(removal.id)
  })

  test('does not beat what its author had not seen, before or after it', () => {
    const { ana, ben, first } = start('dueOn', '2026-12-01')
    const edit = ben.write(first, 'dueOn', '2026-12-15')
    const removal = ana.remove(first)
    for (const [one, two] of [
      [edit, removal],
      [removal, edit],
    ] as const) {
      const { record, outcome } = applyOp(taking(first, one), two)
      expect([record.deleted, outcome, disputedFields(record)]).toEqual([
        undefined,
        'conflict',
        [EXISTENCE],
      ])
    }
  })

  test('made by two people at once, having seen all the words, is no disagreement', () => {
    const { ana, ben, first } = start('dueOn', '2026-12-01')
    const mine = taking(first, ben.write(first, 'pilot', 'IDE'))
    const state = taking(mine, ana.remove(mine), ben.remove(mine))
    expect(state.deleted).toBeDefined()
    expect(disputedFields(state)).toEqual([])
  })

  test('is settled by keeping the record, or by deleting it again with the eyes open', () => {
    const { ana, ben, first } = start('dueOn', '2026-12-01')
    const edit = ben.write(first, 'dueOn', '2026-12-15')
    const disputed = taking(first, ana.remove(first), edit)
    const kept = taking(disputed, ben.keep(disputed))
    expect([kept.deleted, disputedFields(kept), kept.ends]).toEqual([undefined, [], undefined])
    expect(taking(disputed, ben.remove(disputed)).deleted).toBeDefined()
  })
})

test('an operation whose author had seen what a restored server lost replaces it when it comes', () => {
  const { ana, ben, first } = start('dueOn', '2026-12-01')
  const lost = ana.write(first, 'dueOn', '2026-12-15')
  const builtOn = ben.write(taking(first, lost), 'dueOn', '2026-11-30')
  expect(applyOp(taking(first, builtOn), lost).outcome).toBe('merged')
  const late = taking(first, builtOn, lost)
  expect(headsOf(late, 'dueOn').map(({ v }) => v)).toEqual(['2026-11-30'])
  expect(late.f.dueOn).not.toHaveProperty('awaits')
})

test('a field that has the name of what every object inherits has no value before it is written', () => {
  for (const field of ['constructor', 'toString']) {
    expect(headsOf({ f: {}, x: {} }, field)).toEqual([])
    const { first } = start(field, 'a')
    expect([shownFields(first)[field], headsOf(first, field).length]).toEqual(['a', 1])
  }
})

test('a number said lost and found later is taken, and no delete had seen it', () => {
  const { ana, ben, first } = start('dueOn', '2026-12-01')
  const lost = ben.write(first, 'pilot', 'IDE')
  const next = taking(first, ben.write(first, 'title', 'Refaire'))
  const removal = ana.remove(next)
  const deleted = taking(next, removal)
  expect(deleted.deleted).toBe(removal.id)
  const found = taking(deleted, lost)
  expect(shownFields(found).pilot).toBe('IDE')
  expect([found.deleted, disputedFields(found)]).toEqual([undefined, [EXISTENCE]])
})

describe('built upon before what it was built on', () => {
  const write = (
    device: number,
    field: string,
    value: Json,
    over: { closes?: OpId[]; base?: OpId } = {},
  ) =>
    buildOp({
      device,
      n: 1,
      clock: device,
      f: { [field]: { v: value, base: over.base ?? null } },
      ...(over.closes && { closes: over.closes }),
    })
  const named = (device: number) => write(device, 'pilot', '').id

  test('a value waits for what its author had seen, even written on another field, then for nothing', () => {
    const seen = write(2, 'pilot', 'IDE')
    const byAna = write(1, 'dueOn', '2026-12-15', { closes: [seen.id] })
    const waiting = taking(undefined, byAna)
    expect(waiting.f.dueOn?.awaits).toEqual([seen.id])
    const { f } = taking(waiting, seen)
    expect(f.dueOn).toEqual(taking(undefined, seen, byAna).f.dueOn)
    expect(f.dueOn?.awaits).toBeUndefined()
    // A value beside it that waits for nothing changes nothing of that.
    const bystander = write(4, 'dueOn', '2027-01-01')
    const both = headsOf(taking(undefined, byAna, bystander, seen), 'dueOn')
    expect(both.map(({ awaits }) => awaits)).toEqual([undefined, undefined])
  })

  test('what comes late hands on what it waits for itself, to who had seen it and to nobody else', () => {
    const late = write(2, 'dueOn', 'deux', { base: named(3) })
    const byAna = write(1, 'dueOn', 'un', { base: late.id })
    const bystander = write(4, 'dueOn', 'quatre')
    const state = taking(undefined, byAna, bystander, late)
    const awaits = Object.fromEntries(headsOf(state, 'dueOn').map((head) => [head.v, head.awaits]))
    expect(awaits).toEqual({ un: [named(3)], quatre: undefined })
  })

  test('what a value waits for is told in one order, whichever of two late ones came first', () => {
    const [two, four] = [
      write(2, 'dueOn', 'deux', { base: named(3) }),
      write(4, 'dueOn', 'quatre', { base: named(5) }),
    ]
    const byAna = write(1, 'dueOn', 'un', { base: two.id, closes: [four.id] })
    for (const late of [
      [two, four],
      [four, two],
    ]) {
      expect(taking(undefined, byAna, ...late).f.dueOn?.awaits).toEqual([named(3), named(5)])
    }
  })

  test('a record without disagreement carries no list of others', () => {
    const { ana, ben, first } = start('dueOn', '2026-12-01')
    expect(first.x).toBeUndefined()
    const disputed = taking(first, ana.write(first, 'dueOn', 'a'), ben.write(first, 'dueOn', 'b'))
    expect(Object.keys(disputed.x ?? {})).toEqual(['dueOn'])
    expect(taking(disputed, ana.resolve(disputed, 'dueOn', 'c')).x).toBeUndefined()
  })
})

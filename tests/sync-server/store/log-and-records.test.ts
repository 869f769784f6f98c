// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DeviceId, deviceId, recordId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { packRecord, readPacked } from '#protocol/pack-record.ts'
import type { Session } from '#sync-server/store/store.ts'
import { buildLogEntry, buildState, foundStore, HOME } from '#tests/builders/build-stored.ts'
import { openTestStore, type TestStore } from '#tests/support/test-store.ts'

const TABLET = deviceId('tablet')
const DISPOSITIF = HOME.dispositif
const QUALITY = bucketId(HOME.id, 'quality')

let opened: TestStore

beforeEach(async () => {
  opened = await openTestStore()
  await foundStore(opened.store, [TABLET])
})

afterEach(() => opened.remove())

const write = <T>(work: (session: Session) => Promise<T>) => opened.store.write(work)
const read = <T>(work: (session: Session) => Promise<T>) => opened.store.read(work)

test('what is appended is read back word for word, in order of receipt', async () => {
  const entries = [
    buildLogEntry(TABLET, 1, { body: '{"texte":"É, « 😀 », \\u0000"}', seq: 1 }),
    buildLogEntry(TABLET, 2, { outcome: 'quarantined', reason: 'malformed', hEff: '', op: '' }),
    buildLogEntry(TABLET, 3, { receivedAt: 8_640_000_000_000_000 }),
  ]
  await write((session) => session.log.append(entries))
  const all = await read((session) => session.log.after(0, 10))
  expect(all.map(({ position: _, ...entry }) => entry)).toEqual(entries)
  expect(all.map(({ position }) => position)).toEqual(
    all.map(({ position }) => position).toSorted((a, b) => a - b),
  )
  expect(await read((session) => session.log.ofDevice(TABLET, 2, 2))).toEqual([entries[1]])
  const [first] = all
  expect(await read((session) => session.log.after(first?.position ?? 0, 1))).toMatchObject([
    { n: 2 },
  ])
})

test('a number of a device is logged once, and a refused append leaves nothing', async () => {
  await write((session) => session.log.append([buildLogEntry(TABLET, 1)]))
  const again = [buildLogEntry(TABLET, 2), buildLogEntry(TABLET, 1)]
  await expect(write((session) => session.log.append(again))).rejects.toThrow()
  expect(await numbersOf(TABLET)).toEqual([1])
})

test('more entries than one statement carries are all there', async () => {
  const entries = Array.from({ length: 450 }, (_, index) => buildLogEntry(TABLET, index + 1))
  await write((session) => session.log.append(entries))
  expect(await numbersOf(TABLET)).toEqual(entries.map(({ n }) => n))
  expect(await opened.store.settledPosition()).toBe(
    (await read((session) => session.log.after(0, 1_000))).at(-1)?.position,
  )
})

test('a write whose log is refused leaves no record, however many statements were on their way', async () => {
  await write((session) => session.log.append([buildLogEntry(TABLET, 1)]))
  const states = Array.from({ length: 650 }, (_, at) => buildState(`r${at}`, QUALITY))
  const refused = write((session) =>
    session.records.stamp(DISPOSITIF, states, {
      beside: () => session.log.append([buildLogEntry(TABLET, 1)]),
    }),
  )
  await expect(refused).rejects.toThrow()
  // Asked once more, so that whatever was on its way has come.
  await write((session) => session.log.append([buildLogEntry(TABLET, 2)]))
  expect(await read((session) => session.records.all())).toEqual([])
  expect(await headOf()).toBeUndefined()
})

test('a write whose records are refused leaves no line of its log', async () => {
  await write((session) => session.records.stamp(DISPOSITIF, [buildState('a', QUALITY)]))
  const entries = Array.from({ length: 450 }, (_, index) => buildLogEntry(TABLET, index + 1))
  const refused = write((session) =>
    // Not held first: it is written as a new one, and is there already.
    session.records.stamp(DISPOSITIF, [buildState('a', QUALITY)], {
      beside: () => session.log.append(entries),
    }),
  )
  await expect(refused).rejects.toThrow()
  await write((session) => session.log.append([buildLogEntry(TABLET, 1_000)]))
  expect(await numbersOf(TABLET)).toEqual([1_000])
})

test('a write that said its end is kept whole, or not at all', async () => {
  const stampWith = (id: string, n: number) =>
    write((session) => {
      const stamped = session.records.stamp(DISPOSITIF, [buildState(id, QUALITY)], {
        beside: () => session.log.append([buildLogEntry(TABLET, n)]),
      })
      session.endsHere()
      return stamped
    })
  await stampWith('a', 1)
  await expect(stampWith('b', 1)).rejects.toThrow()
  expect((await read((session) => session.records.all())).map(({ state }) => state.id)).toEqual([
    'a',
  ])
  expect(await headOf()).toBe(1)
  expect(await numbersOf(TABLET)).toEqual([1])
})

test('records take the sequences of their bucket in the order given, without a hole', async () => {
  const states = ['b', 'a', 'c'].map((id) => buildState(id, QUALITY))
  const stamped = await write((session) => session.records.stamp(DISPOSITIF, states))
  expect([...stamped]).toEqual([
    [recordId('b'), 1],
    [recordId('a'), 2],
    [recordId('c'), 3],
  ])
  const seen = await read((session) => session.records.changedAfter(QUALITY, 0, 10))
  expect(seen).toEqual(
    states.map((state, index) => ({ seq: index + 1, line: packRecord(state), changes: [] })),
  )
  expect(await headOf()).toBe(3)
})

test('a record that changes takes a new sequence and leaves the old one', async () => {
  await stampAll(['a', 'b'])
  const changed = buildState('a', QUALITY, { 'answers.C1': 'no' })
  await write(async (session) => {
    const held = await session.records.hold([recordId('a'), recordId('z')])
    expect([...held.keys()]).toEqual([recordId('a')])
    await session.records.stamp(DISPOSITIF, [changed])
  })
  const seen = await read((session) => session.records.changedAfter(QUALITY, 1, 10))
  expect(seen.map(({ seq, line }) => [seq, readPacked(line)?.id])).toEqual([
    [2, 'b'],
    [3, 'a'],
  ])
  expect((await read((session) => session.records.get(recordId('a'))))?.state).toEqual(changed)
})

test('a record that exists is not overwritten by who did not hold it', async () => {
  await stampAll(['a'])
  const blind = buildState('a', QUALITY, { 'answers.C1': 'no' })
  await expect(write((session) => session.records.stamp(DISPOSITIF, [blind]))).rejects.toThrow()
  expect((await read((session) => session.records.get(recordId('a'))))?.seq).toBe(1)
  expect(await headOf()).toBe(1)
})

test('buckets count apart, and pages are cut at the limit', async () => {
  const events = bucketId(HOME.id, 'identity')
  const states = [
    ...Array.from({ length: 205 }, (_, index) => buildState(`q${index}`, QUALITY)),
    buildState('e', events),
  ]
  await write((session) => session.records.stamp(DISPOSITIF, states))
  const heads = await read((session) => session.records.heads([events, QUALITY]))
  expect(Object.fromEntries(heads)).toEqual({ [QUALITY]: 205, [events]: 1 })
  const page = await read((session) => session.records.changedAfter(QUALITY, 200, 3))
  expect(page.map(({ seq }) => seq)).toEqual([201, 202, 203])
})

test('where something anonymous may lie, the numbers left out between two writes tell nothing', async () => {
  const events = bucketId(HOME.id, 'events')
  const seqs: number[] = []
  for (let count = 0; count < 12; count += 1) {
    const state = buildState(`e${count}`, events)
    const stamped = await write((session) => session.records.stamp(DISPOSITIF, [state]))
    seqs.push(stamped.get(state.id) ?? 0)
  }
  const gaps = seqs.slice(1).map((seq, at) => seq - (seqs[at] ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThan(0)
  expect(new Set(gaps).size).toBeGreaterThan(3)
})

test('a write that fails leaves nothing, and the next one takes its sequence', async () => {
  const failing = write(async (session) => {
    await session.records.stamp(DISPOSITIF, [buildState('a', QUALITY)])
    await session.log.append([buildLogEntry(TABLET, 1)])
    throw new Error('cut')
  })
  await expect(failing).rejects.toThrow('cut')
  expect(await numbersOf(TABLET)).toEqual([])
  expect(await headOf()).toBeUndefined()
  expect(await stampAll(['b'])).toEqual([1])
})

test('a read sees one moment, whatever is written meanwhile', async () => {
  await stampAll(['a'])
  let go: () => void = () => undefined
  const looked = new Promise<void>((resolve) => {
    go = resolve
  })
  const reading = read(async (session) => {
    const before = await session.records.heads([QUALITY])
    go()
    // SQLite makes the writer wait for us, so we wait for nobody: enough turns for it to have begun.
    for (let turn = 0; turn < 20; turn += 1) await session.meta.epoch()
    const rows = await session.records.changedAfter(QUALITY, 0, 10)
    return { before: before.get(QUALITY), rows: rows.length }
  })
  await looked
  await stampAll(['b'])
  expect(await reading).toEqual({ before: 1, rows: 1 })
  expect(await headOf()).toBe(2)
})

async function stampAll(ids: readonly string[]): Promise<readonly number[]> {
  const states = ids.map((id) => buildState(id, QUALITY))
  const stamped = await write((session) => session.records.stamp(DISPOSITIF, states))
  return [...stamped.values()]
}

async function numbersOf(device: DeviceId): Promise<readonly number[]> {
  return (await read((session) => session.log.ofDevice(device, 1, 1_000))).map(({ n }) => n)
}

async function headOf(): Promise<number | undefined> {
  return (await read((session) => session.records.heads([QUALITY]))).get(QUALITY)
}

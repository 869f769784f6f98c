import { afterEach, expect, it, vi } from 'vitest'
import { pageOfReceived, readLines } from '#data/page.ts'
import { createReadAhead } from '#data/read-ahead.ts'
import { createReplica } from '#data/replica.ts'
import { siteId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { openTestWorkspace } from '#tests/support/workspace.ts'

const HOME = 'home-1'
const MINUTE_MS = 60_000
const signal = new AbortController().signal
const wholeAt = (now: number) => ({ now, isWhole: true, signal })

afterEach(() => vi.unstubAllGlobals())

it('the first fifty of each list are read before it is asked, and no other', async () => {
  const { replica, linesRead, latest } = receive({ declared: 60, closed: 3 })
  await createReadAhead(replica, oneSlice).afterRound(wholeAt(0))
  expect(linesRead()).toBe(53)
  expect(latest('declared', 50).every(({ fields }) => fields.reference)).toBe(true)
  expect(latest('closed', 50).every(({ fields }) => fields.reference)).toBe(true)
  expect(linesRead()).toBe(53)
  // The next one is read when somebody looks at it.
  expect(latest('declared', 51).every(({ fields }) => fields.reference)).toBe(true)
  expect(linesRead()).toBe(54)
})

it('each slice ends with its moment, and the work ends with the workspace', async () => {
  const { replica, linesRead } = receive({ declared: 10 })
  const stop = new AbortController()
  let moments = 0
  const shortest = async () => {
    moments++
    expect(linesRead()).toBe(moments - 1)
    if (moments === 4) stop.abort()
    return performance.now()
  }
  await createReadAhead(replica, shortest).afterRound({ ...wholeAt(0), signal: stop.signal })
  expect([moments, linesRead()]).toEqual([4, 3])
})

it('what nobody looked at is forgotten after five minutes, what somebody saw stays the same', async () => {
  const { replica, linesRead, latest } = receive({ declared: 5, closed: 5 })
  const ahead = createReadAhead(replica, oneSlice)
  await ahead.afterRound(wholeAt(0))
  const seen = latest('declared', 5).map(({ fields }) => fields)
  await ahead.afterRound(wholeAt(5 * MINUTE_MS - 1))
  expect(latest('closed', 1)[0]?.fields.reference).toBe('EI-4')
  expect(linesRead()).toBe(10)
  await ahead.afterRound(wholeAt(5 * MINUTE_MS))
  expect(latest('declared', 5).map(({ fields }) => fields)).toEqual(seen)
  expect(latest('declared', 5).every(({ fields }, at) => fields === seen[at])).toBe(true)
  expect(linesRead()).toBe(10)
  expect(latest('closed', 5).every(({ fields }) => fields.reference)).toBe(true)
  expect(linesRead()).toBe(14)
})

it('reads after each round until the device is whole, then no more', async () => {
  const { replica, linesRead, receiveMore } = receive({ declared: 1 })
  const ahead = createReadAhead(replica, oneSlice)
  await ahead.afterRound({ ...wholeAt(0), isWhole: false })
  receiveMore({ closed: 2 })
  await ahead.afterRound(wholeAt(1))
  expect(linesRead()).toBe(3)
  receiveMore({ triaged: 2 })
  await ahead.afterRound(wholeAt(2))
  expect(linesRead()).toBe(3)
})

it('a device of many homes keeps no more than is told', async () => {
  const perHome = { declared: 50, triaged: 50, closed: 50 }
  const { replica, linesRead, receiveMore } = receive({})
  for (let home = 0; home < 18; home++) receiveMore(perHome, `home-${home}`)
  await createReadAhead(replica, oneSlice).afterRound(wholeAt(0))
  expect(linesRead()).toBe(2_500)
})

it('a page reads ahead once a round has ended, and the round does not wait for it', async () => {
  const idle: ((deadline: { timeRemaining(): number }) => void)[] = []
  vi.stubGlobal('document', { addEventListener: vi.fn(), visibilityState: 'visible' })
  vi.stubGlobal('requestIdleCallback', (begin: (typeof idle)[number]) => idle.push(begin))
  const records = [{ type: 'adverse-event' as const, fields: { status: 'declared' } }]
  const { workspace } = await openTestWorkspace({ role: 'quality-lead', records })
  const parse = vi.spyOn(JSON, 'parse')
  expect(idle).toHaveLength(1)
  idle[0]?.({ timeRemaining: () => 8 })
  await Promise.resolve()
  expect(parse).toHaveBeenCalledOnce()
  expect(workspace.replica.list('adverse-event')[0]?.fields.status).toBe('declared')
  expect(parse).toHaveBeenCalledOnce()
})

const oneSlice = () => Promise.resolve(Number.POSITIVE_INFINITY)

type Numbers = Readonly<Record<string, number>>

/** A replica that received so many events by status, and how many of their lines were read since. */
function receive(numbers: Numbers) {
  const replica = createReplica()
  const reads: (() => number)[] = []
  let seq = 0
  const receiveMore = (more: Numbers, home = HOME) => {
    const lines = Object.entries(more).flatMap(([status, count]) =>
      Array.from({ length: count }, (_, at) => eventLine(status, at, home)),
    )
    const seqs = lines.map(() => ++seq)
    const head = { bucket: bucketId(siteId(home), 'events'), upTo: seq, seqs }
    const read = readLines(head, new TextEncoder().encode(lines.join('\n')))
    if (!read) throw new Error('Not lines')
    const { records } = pageOfReceived(read, (same) => same)
    const [first] = records
    if (first) {
      const line = vi.spyOn(first.page, 'line')
      reads.push(() => line.mock.calls.length)
    }
    replica.change(records, [])
  }
  receiveMore(numbers)
  return {
    replica,
    receiveMore,
    linesRead: () => reads.reduce((sum, one) => sum + one(), 0),
    latest: (status: string, limit: number) =>
      replica.latest({ type: 'adverse-event', scope: HOME, status }, limit),
  }
}

function eventLine(status: string, at: number, home: string): string {
  const fields = {
    status,
    reference: `EI-${at}`,
    declaredOn: `2026-11-${String(1 + (at % 30)).padStart(2, '0')}`,
  }
  const names = Object.keys(fields)
  const stamps = [['device:1', '0000000000000001']]
  return JSON.stringify([
    `${home}-${status}-${at}`,
    'adverse-event',
    stamps,
    names,
    Object.values(fields),
    names.map(() => 0),
  ])
}

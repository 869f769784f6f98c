// @vitest-environment node
/*
 * S7 of the security page: what is left of anonymous declarations. They come through the real HTTP
 * server, between signed and dated writes, from devices told apart by address, name and hour; then
 * everything the server keeps, prints, saves and hands out is searched.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { seal } from '#declare/seal.ts'
import { readAdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { eventsFile } from '#interchange/events/events-file.ts'
import type { Declaration, IntakePlace } from '#protocol/intake.ts'
import { shownFields } from '#protocol/merge.ts'
import { posterToken } from '#sync-server/access/poster-token.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { plainSheets } from '#tests/interchange/independent-xlsx.ts'
import { runInTerminal } from '#tests/support/operator.ts'
import { storedText } from '#tests/support/stored-text.ts'
import { type AnyRow, likeness, tablesOf } from '#tests/support/tables-of.ts'
import { createTestServer, HOME_1, PEOPLE, type TestServer } from '#tests/support/test-server.ts'

const COUNT = 20
/** Of what `likeness` says, from here on it is no chance. */
const ALIKE = 0.9
const DAY = '2026-11-24'
/** Six in the morning in Guadeloupe; a deposit every twenty-odd minutes of the day. */
const BEGUN = Date.parse('2026-11-24T10:00:00Z')

interface Deposit {
  readonly at: number
  readonly address: string
  readonly agent: string
  /** In its sentence, to find its event again. */
  readonly mark: string
  readonly receipt: string
}

let server: TestServer
let folder: string
let port: number
let place: IntakePlace
/** Two walls of the home: what each may send in a minute is bounded. */
let walls: readonly [string, string]
const deposits: Deposit[] = []
const printed: string[] = []
let rows: readonly AnyRow[]
/** What lay beside the data file right after the last deposit. */
let trail: string
/** Ids of the events, in the order the deposits came. */
let events: readonly string[]

beforeAll(async () => {
  for (const name of ['log', 'warn', 'error', 'info'] as const) {
    vi.spyOn(console, name).mockImplementation((...words) => void printed.push(words.join(' ')))
  }
  folder = await mkdtemp(join(tmpdir(), 'escale-anonymity-'))
  server = await createTestServer()
  port = Number(new URL(await server.app.listen({ host: '127.0.0.1', port: 0 })).port)
  const key = await server.store.read((session) => session.meta.serverKey())
  const wall = (unit: string) => posterToken({ site: HOME_1, unit }, key)
  walls = [wall('flamboyant'), wall('gaiac')]
  place = JSON.parse((await call('GET', '/v1/intake/place')).text)
  await liveOneDay()
  trail = await readFile(join(server.folder, 'escale.sqlite-wal'), 'latin1')
  // The next morning's write: where the day's events come to rest.
  server.clock.now = BEGUN + 2 * 86_400_000
  await officerWrites()
  rows = await tablesOf(server.place)
  events = deposits.map(({ mark }) => {
    const id = rows.find(
      ({ table, text }) => table === 'record' && text.includes(`glissant, ${mark}`),
    )
    return String(id?.cells.find(({ column }) => column === 'id')?.value)
  })
}, 120_000)

afterAll(async () => {
  vi.restoreAllMocks()
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

interface From {
  readonly address?: string
  readonly agent?: string
  readonly wall?: 0 | 1
}

/** One request on a socket of its own, from one of the machine's loopback addresses. */
function call(
  method: string,
  path: string,
  { address = '127.0.0.1', agent = 'Plain', wall = 0, body }: From & { body?: object } = {},
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${walls[wall]}`,
      'user-agent': agent,
      ...(body && { 'content-type': 'application/json' }),
    }
    const sent = request(
      { host: '127.0.0.1', port, path, method, localAddress: address, headers, agent: false },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body && JSON.stringify(body))
  })
}

async function deposit(content: object, from: From) {
  const answer = await call('POST', '/v1/intake', {
    ...from,
    body: await seal(content, place.key, randomUUID()),
  })
  expect([answer.status, answer.text]).toMatchObject([200, expect.stringContaining('receivedOn')])
}

let officer: Awaited<ReturnType<TestServer['enrol']>>
let lead: Awaited<ReturnType<TestServer['enrol']>>

async function officerWrites() {
  await officer.sync({ ops: [await officer.write()] })
}

async function liveOneDay() {
  server.clock.now = BEGUN
  officer = await server.enrol(PEOPLE.officer)
  lead = await server.enrol(PEOPLE['quality-lead'])
  const declaration: Declaration = {
    form: 'declare-event',
    formVersion: 1,
    answers: { family: 'fall', gravity: 'discomfort' },
    identity: 'anonymous',
    occurredOn: DAY,
    receipt: '',
  }
  for (let index = 0; index < COUNT; index += 1) {
    // Between two deposits, always something signed and dated, in both buckets they touch.
    server.clock.now = BEGUN + index * 1_300_000
    await officerWrites()
    const named = { ...declaration, identity: 'nominative', occurredAt: '14:03' } as const
    const receipt = String(10 ** 15 + index * 7_919)
    if (index % 3 === 0) await deposit({ ...named, receipt: String(3 * 10 ** 15 + index) }, PLAIN)
    const at = server.clock.now + 411_417 + index * 1_013
    server.clock.now = at
    const from = { address: `127.4.${index + 1}.9`, agent: `Phone${index}Of${randomUUID()}` }
    const mark = `mot-${randomUUID()}`
    deposits.push({ at, ...from, mark, receipt })
    const answers = { ...declaration.answers, facts: `Sol glissant, ${mark}.` }
    // An hour and a name that a modified phone would send all the same.
    const sent = { ...declaration, answers, receipt, occurredAt: '21:47' }
    await deposit({ ...sent, declarant: { name: 'Maryse Test', contact: '' } }, from)
    await deposit({ receipt, words: `Et aussi, ${mark}.` }, { ...from, wall: 1 })
  }
  // A fault while an anonymous phone asks: what does the server print of it?
  await call('POST', '/v1/intake', {
    address: '127.4.1.9',
    agent: deposits[0]?.agent ?? '',
    wall: 1,
    body: {},
  })
}

const PLAIN = { address: '127.0.0.1', agent: 'Plain' }

/** What would betray someone, as it could be written anywhere. */
function tracesOf({ at, address, agent, receipt }: Deposit): readonly string[] {
  return [
    agent,
    address,
    receipt,
    String(at),
    at.toString(16),
    new Date(at).toISOString().slice(0, 16),
  ]
}

function expectNoTrace(text: string, where: string) {
  for (const trace of [...deposits.flatMap(tracesOf), '21:47', 'Maryse Test']) {
    expect(text.includes(trace) ? `${trace} in ${where}` : '').toBe('')
  }
}

test('every deposit is there, and the state is still the replay of the log', async () => {
  expect(new Set(events).size).toBe(COUNT)
  expect(await server.store.read(differencesWithLog)).toEqual([])
  expect(await runInTerminal(['verify'], { dataFolder: server.folder })).toMatchObject({ code: 0 })
})

test('the database file and what lies beside it hold no device, address, hour or name', async () => {
  const bytes = await storedText(server.place)
  expect(bytes).toContain(deposits[0]?.mark)
  expectNoTrace(bytes, 'the data file')
})

test('no value of a row that speaks of an anonymous event is a moment of the day', () => {
  const about = rows.filter(
    ({ text, table }) => table !== 'bucket' && events.some((id) => text.includes(id)),
  )
  expect(about.length).toBeGreaterThan(4 * COUNT)
  const moments = about.flatMap(({ table, text }) =>
    [...text.matchAll(/\b1[78]\d{11}\b|\b01[0-9a-f]{10}(?=[^0-9a-f]|[0-9a-f]{4})/g)].map(
      ([found]) => ({
        table,
        moment: found.length === 13 ? Number(found) : Number.parseInt(found, 16),
      }),
    ),
  )
  expect(moments.length).toBeGreaterThan(COUNT)
  for (const { table, moment } of moments) {
    // Anything else of that form is a piece of a digest.
    const isOfThatDay = Math.abs(moment - BEGUN) < 2 * 86_400_000
    const isAnHour = isOfThatDay && moment % 86_400_000 !== 0
    expect(isAnHour ? `${new Date(moment).toISOString()} in ${table}` : '').toBe('')
  }
})

test('no rank, number, sequence or id of any table tells who came before whom', () => {
  const looked: string[] = []
  for (const table of new Set(rows.map((row) => row.table))) {
    const byEvent = events.map((id) =>
      rows.filter((row) => row.table === table && row.text.includes(id)),
    )
    if (byEvent.some((found) => found.length === 0)) continue
    for (const column of byEvent[0]?.[0]?.cells.map((cell) => cell.column) ?? []) {
      const values = byEvent.map(
        ([row]) => row?.cells.find((cell) => cell.column === column)?.value,
      )
      const sortable = values.filter(
        (value) => typeof value === 'number' || typeof value === 'string',
      )
      if (sortable.length < COUNT) continue
      looked.push(`${table}.${column}`)
      const found = Math.abs(likeness(sortable))
      expect(found > ALIKE ? `${table}.${column} is like the order of arrival: ${found}` : '').toBe(
        '',
      )
    }
  }
  expect(looked).toEqual(
    expect.arrayContaining([
      'change_log.(rank)',
      'change_log.n',
      'record.(rank)',
      'record.seq',
      'receipt.hash',
    ]),
  )
})

test('nothing signed and dated stands between two anonymous deposits', () => {
  const isAnonymous = ({ text }: AnyRow) => events.some((id) => text.includes(id))
  for (const [table, column] of [
    ['change_log', 'gseq'],
    ['record', '(rank)'],
    ['record', 'seq'],
  ] as const) {
    const placed = rows
      .filter((row) => row.table === table)
      .map((row) => ({
        value: Number(row.cells.find((cell) => cell.column === column)?.value),
        bucket: String(row.cells.find((cell) => cell.column === 'bucket')?.value),
        type: String(row.cells.find((cell) => cell.column === 'type')?.value),
        anonymous: isAnonymous(row),
      }))
    // What each event stands after says nothing of when it came: it is the same for all of them.
    for (const bucket of new Set(placed.map((row) => row.bucket))) {
      const here = placed.filter((row) => row.bucket === bucket)
      const before = here
        .filter(({ anonymous }) => anonymous)
        .map(({ value }) => here.filter((row) => !row.anonymous && row.value < value).length)
      expect([table, column, bucket, new Set(before).size]).toEqual([
        table,
        column,
        bucket,
        Math.min(1, before.length),
      ])
    }
  }
})

test('the bytes are not in the order of arrival either, and no trail of writing stays beside', async () => {
  for (const { mark } of deposits) expect(trail).not.toContain(mark)
  const bytes = await storedText(server.place)
  const firsts = deposits.map(({ mark }) => bytes.indexOf(mark))
  expect(Math.abs(likeness(firsts))).toBeLessThan(ALIKE)
})

test('what is handed to the roles shows no trace, and no order', async () => {
  for (const device of [
    lead,
    officer,
    await server.enrol(PEOPLE.porteur),
    await server.enrol(PEOPLE.director),
  ]) {
    const { body } = await device.sync({ cursors: {} })
    expectNoTrace(JSON.stringify(body), 'the answer of a sync')
    const shown = body.pages.flatMap((page) => page.rows)
    const order = events.map((id) =>
      shown.findIndex((row) => row.id === id || row.id === `${id}~figure`),
    )
    if (order.every((at) => at >= 0)) expect(Math.abs(likeness(order))).toBeLessThan(ALIKE)
  }
})

test('the files of events shared from a screen show no trace, no account, and no order', async () => {
  const { body } = await lead.sync({ cursors: {} })
  const placed = body.pages
    .flatMap((page) => page.rows)
    .filter(({ id }) => events.includes(id))
    .map((row) => ({
      event: readAdverseEvent(row.id, HOME_1, shownFields(row)),
      home: 'Les Acomats',
      unit: 'Gaïac',
    }))
  expect(placed).toHaveLength(COUNT)
  for (const format of ['csv', 'fhir', 'xlsx'] as const) {
    const options = { language: 'fr', place: 'Les Acomats' } as const
    const { blob } = await eventsFile(format, placed, options)
    const text = format === 'xlsx' ? await cellsOf(blob) : await blob.text()
    expectNoTrace(text, `the ${format} file`)
    expect(text).not.toMatch(/glissant|Gaïac|\d\d:\d\d/)
    expect(text).not.toContain(DAY)
    for (const id of events) expect(text).not.toContain(id)
  }
})

test('nothing printed names a device, an address or an hour', () => {
  expectNoTrace(printed.join('\n'), 'what is printed')
  expect(JSON.stringify(server.faults.map(String))).not.toMatch(/127\.4\.|Phone\d/)
})

test('a backup, opened, holds no more than the data', async () => {
  const run = (dataFolder: string, ...typed: string[]) =>
    runInTerminal(typed, { dataFolder, now: () => server.clock.now })
  const keys = join(folder, 'key.txt')
  const made = (await run(server.folder, 'backup', '--keygen')).out.join('\n')
  await writeFile(keys, made)
  const recipient = /public key: (age1\S+)/.exec(made)?.[1] ?? ''
  const to = join(folder, 'backups')
  const told = await run(
    server.folder,
    'backup',
    '--to',
    to,
    '--recipient',
    recipient,
    '--recipient',
    recipient,
  )
  const file = /(\S+\.age)/.exec(told.out.join('\n'))?.[1] ?? ''
  const restored = join(folder, 'restored')
  expect(await run(restored, 'restore', '--from', file, '--identity', keys)).toMatchObject({
    code: 0,
  })
  const opened = await storedText({ dataFolder: restored })
  expect(opened).toContain(deposits[0]?.mark)
  expectNoTrace(opened, 'the backup')
  expectNoTrace(told.out.join('\n'), 'the words of the backup')
  const firsts = deposits.map(({ mark }) => opened.indexOf(mark))
  expect(Math.abs(likeness(firsts))).toBeLessThan(ALIKE)
})

async function cellsOf(workbook: Blob): Promise<string> {
  return JSON.stringify(plainSheets(new Uint8Array(await workbook.arrayBuffer())))
}

import { afterEach, expect, it } from 'vitest'
import { fillPages } from '#data/sync/fill-pages.ts'
import type { Workspace } from '#data/workspace.ts'
import type { RecordId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { createFrameReader, encodeFrame } from '#protocol/frames.ts'
import type { RecordState } from '#protocol/merge.ts'
import { lineOf, packRecord, readPacked } from '#protocol/pack-record.ts'
import { partOf } from '#protocol/part-of-record.ts'
import type { SyncRequest } from '#protocol/sync.ts'
import { sha256 } from '#sync-server/sha256.ts'
import { buildState } from '#tests/builders/build-stored.ts'
import { joinServer } from '#tests/support/real-device.ts'
import { createTestServer, HOME_1, PEOPLE, type TestServer } from '#tests/support/test-server.ts'
import { receivedOf } from '#tests/support/wire.ts'

const CRITERIA = 157

const open: { close(): void | Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

it('one answer of a long audit travels alone, and both devices hold the same record', async () => {
  const { lead, officer, audit, heard } = await twoOnOneAudit()
  for (const answer of ['no', 'na', 'yes']) {
    await lead.writer.set(audit, { 'answers.C7': answer })
    await lead.sync.now()
  }
  await officer.sync.now()
  const { pages } = heard.at(-1) ?? { pages: [] }
  expect(pages).toHaveLength(1)
  expect(pages[0]?.head.parts).toEqual([0])
  expect(pages[0]?.lines.map((line) => readPacked(line)?.names)).toEqual([['answers.C7']])
  expect(officer.replica.get(audit)?.fields).toEqual(lead.replica.get(audit)?.fields)
  expect(officer.replica.get(audit)?.fields['answers.C7']).toBe('yes')
})

it('what does not fit the record held here is asked again whole, and is right', async () => {
  const { lead, officer, audit, heard, alter } = await twoOnOneAudit()
  await lead.writer.set(audit, { 'answers.C7': 'no' })
  await lead.sync.now()
  alter({ times: 1 })
  await officer.sync.now()
  expect(heard.slice(-2).map(({ request }) => request.pull?.whole)).toEqual([undefined, true])
  expect(heard.slice(-2).map(({ pages }) => pages[0]?.head.parts)).toEqual([[0], undefined])
  const [line = ''] = heard.at(-1)?.pages[0]?.lines ?? []
  expect(readPacked(line)?.names).toHaveLength(CRITERIA)
  expect(officer.replica.get(audit)?.fields['answers.C7']).toBe('no')
  expect(officer.sync.status().round).toEqual({ kind: 'idle' })
})

it('a server that never fits is not asked for ever, and what is here stays', async () => {
  const { lead, officer, audit, heard, alter } = await twoOnOneAudit()
  await lead.writer.set(audit, { 'answers.C7': 'no' })
  await lead.sync.now()
  alter({ times: 9, wholeToo: true })
  const before = heard.length
  await officer.sync.now()
  expect(heard.length - before).toBe(2)
  expect(officer.sync.status().round).toMatchObject({ kind: 'failed', error: 'server-fault' })
  expect(officer.replica.get(audit)?.fields['answers.C7']).toBe('yes')
})

it('a part without its record, of another bucket or of another version does not fit', async () => {
  const quality = bucketId(HOME_1, 'quality')
  const before = buildState('rec', quality, { note: 'avant', title: 'le même' })
  const now = buildState('rec', quality, { note: 'après', title: 'le même' })
  const fits = (held: RecordState | undefined) =>
    fillPages({ received: () => held && receivedOf([{ seq: 1, state: held }])[0] }, [page()])
  const page = () => {
    const line = packRecord(now)
    const part = lineOf(partOf(read(line), new Set(['note'])))
    return {
      bucket: now.bucket,
      upTo: 2,
      seqs: [2],
      parts: [0],
      sum: sha256(line).slice(0, 16),
      lines: new TextEncoder().encode(part),
      packed: [read(part)],
    }
  }
  const [filled] = (await fits(before)) ?? []
  expect(new TextDecoder().decode(filled?.lines)).toBe(packRecord(now))
  expect(filled?.packed).toEqual([read(packRecord(now))])
  expect(await fits(undefined)).toBeUndefined()
  expect(await fits({ ...before, bucket: bucketId(HOME_1, 'events') })).toBeUndefined()
  const other = buildState('rec', quality, { note: 'avant', title: 'un autre' })
  expect(await fits(other)).toBeUndefined()
})

interface Heard {
  readonly request: SyncRequest
  readonly pages: readonly { readonly head: { parts?: number[] }; readonly lines: string[] }[]
}

/** An officer and a lead who hold the same audit, every criterion answered. */
async function twoOnOneAudit() {
  const server = await createTestServer()
  open.push(server)
  const lead = await join(server, 'quality-lead')
  const heard: Heard[] = []
  let altered = { times: 0, wholeToo: false }
  const officer = await join(server, 'officer', async (response, init) => {
    const request: SyncRequest = JSON.parse(String(init.body))
    const frames = createFrameReader().push(new Uint8Array(await response.arrayBuffer())) ?? []
    const texts = frames.map(({ bytes }) => new TextDecoder().decode(bytes))
    const pages = texts.slice(1).map((text) => {
      const [head = '', ...lines] = text.split('\n')
      return { head: JSON.parse(head), lines }
    })
    heard.push({ request, pages })
    const isAltered = altered.times-- > 0 && pages.length > 0
    const sent = pages.map(({ head, lines }) => {
      const over = isAltered && (head.parts || altered.wholeToo)
      const wrong = { ...head, parts: [0], sum: 'f'.repeat(16) }
      return [JSON.stringify(over ? wrong : head), ...lines].join('\n')
    })
    const bytes = [texts[0] ?? '', ...sent].map((text) => encodeFrame(text, sha256))
    return new Response(new Blob(bytes), { headers: response.headers })
  })
  const answers = Array.from({ length: CRITERIA }, (_, at) => [`answers.C${at + 1}`, 'yes'])
  const { id } = await lead.writer.create('audit', HOME_1, Object.fromEntries(answers))
  await lead.sync.now()
  await officer.sync.now()
  return {
    lead,
    officer,
    heard,
    audit: id as RecordId,
    alter: ({ times, wholeToo = false }: { times: number; wholeToo?: boolean }) => {
      altered = { times, wholeToo }
    },
  }
}

async function join(
  server: TestServer,
  role: 'officer' | 'quality-lead',
  through: (response: Response, init: RequestInit) => Promise<Response> = async (same) => same,
): Promise<Workspace> {
  const device = await joinServer(server, PEOPLE[role], {
    answered: async (path, response, init) =>
      path === '/v1/sync' && response.ok ? through(response, init) : response,
  })
  open.push(device.workspace)
  return device.workspace
}

function read(line: string) {
  const packed = readPacked(line)
  if (!packed) throw new Error(`Not a line of a record: ${line}`)
  return packed
}

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { shownFields } from '#protocol/merge.ts'
import { closeFile, fileStart, readSealedFile } from '#protocol/sealed-file.ts'
import { differencesWithLog } from '#sync-server/sync/replay.ts'
import { joinTablet, oneFile, type Tablet } from '#tests/support/rendezvous-world.ts'
import { createTestServer, HOME_1, PEOPLE, type TestServer } from '#tests/support/test-server.ts'

let server: TestServer
let officer: Tablet
let lead: Tablet

beforeEach(async () => {
  server = await createTestServer()
  officer = await joinTablet(server, PEOPLE.officer)
  lead = await joinTablet(server, PEOPLE['quality-lead'])
  server.clock.now += 60_000
})

afterEach(async () => {
  officer.close()
  lead.close()
  expect(await server.store.read(differencesWithLog)).toEqual([])
  expect(server.faults).toEqual([])
  await server.close()
})

/** The officer writes far from any network, and never finds one. */
async function writeOffline(fields = { 'answers.C1': 'no' }) {
  officer.isOnline = false
  return officer.workspace.writer.create('audit', HOME_1, { form: 'audit-medication', ...fields })
}

/** What a round delivered shows a moment after its end. */
function showsCarried(carrier: Tablet, expected: readonly object[]) {
  return vi.waitFor(() => expect(carrier.handover.carried()).toMatchObject(expected))
}

async function receiptOf(carrier: Tablet) {
  await showsCarried(carrier, [{ kind: 'bundle', state: 'receipt' }])
  const [item] = carrier.handover.carried()
  const file = item && (await carrier.handover.receiptFile(item.id))
  if (!file) throw new Error('No receipt came')
  return file.bytes
}

it('a tablet without network hands its work to another, and hears « envoyé » by the receipt', async () => {
  const { id } = await writeOffline()
  await officer.workspace.writer.set(id, { 'answers.C2': 'yes' })
  expect(await lead.handover.importFile(await oneFile(officer))).toEqual({
    kind: 'carried',
    operations: 2,
    photos: 0,
  })
  expect(officer.workspace.sync.status()).toMatchObject({ allSent: false })

  server.clock.now += 60_000
  await lead.workspace.sync.now()
  await showsCarried(lead, [
    { kind: 'bundle', person: PEOPLE.officer, operations: 2, state: 'receipt' },
  ])
  await lead.workspace.sync.now()
  expect(lead.workspace.replica.get(id)?.fields).toMatchObject({ 'answers.C1': 'no' })

  const receipt = await receiptOf(lead)
  expect(await officer.handover.importFile(receipt)).toEqual({ kind: 'receipt', answered: 2 })
  expect(officer.workspace.sync.status()).toMatchObject({ allSent: true, waiting: [] })
  expect(officer.workspace.replica.get(id)?.fields).toMatchObject({ 'answers.C2': 'yes' })
  expect(await officer.handover.importFile(receipt)).toEqual({ kind: 'nothing-new' })
})

it('its network back, the tablet that was answered by a receipt goes on from there', async () => {
  const { id } = await writeOffline()
  await lead.handover.importFile(await oneFile(officer))
  server.clock.now += 60_000
  await lead.workspace.sync.now()
  await officer.handover.importFile(await receiptOf(lead))
  await officer.workspace.writer.set(id, { 'answers.C3': 'yes' })
  officer.isOnline = true
  await officer.workspace.sync.now()
  expect(officer.workspace.sync.status()).toMatchObject({
    allSent: true,
    holes: [],
    round: { kind: 'idle' },
  })
  expect(officer.workspace.replica.get(id)).toMatchObject({ disputed: [], unsent: false })
})

it('what the server sets aside comes back by the receipt, with its reason', async () => {
  lead.close()
  lead = await joinTablet(server, PEOPLE.officer)
  const director = await joinTablet(server, PEOPLE.director)
  director.isOnline = false
  await director.workspace.writer.create('action', HOME_1, { title: 'à moi' })
  await lead.handover.importFile(await oneFile(director))
  server.clock.now += 60_000
  await lead.workspace.sync.now()
  expect(await director.handover.importFile(await receiptOf(lead))).toMatchObject({ answered: 1 })
  expect(director.workspace.sync.status()).toMatchObject({
    allSent: false,
    waiting: [],
    setAside: [{ n: 1, reason: 'forbidden', fields: { title: 'à moi' } }],
  })
  director.close()
})

it('photos travel in files after the text, and count as sent when the server holds them', async () => {
  const { id } = await writeOffline()
  const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]).buffer
  await officer.workspace.writer.attach(id, 'photos.P1', {
    bytes,
    mime: 'image/jpeg',
    width: 4,
    height: 3,
  })
  const [text, photos, ...more] = await officer.files({ photos: true })
  expect([text?.photos, photos?.photos, more]).toEqual([0, 1, []])
  if (!text || !photos) return

  await lead.handover.importFile(text.bytes)
  server.clock.now += 60_000
  await lead.workspace.sync.now()
  await officer.handover.importFile(await receiptOf(lead))
  expect(officer.workspace.sync.status()).toMatchObject({
    allSent: false,
    waiting: [{ operations: 0, photos: 1 }],
  })
  const [sent] = lead.handover.carried()
  await lead.handover.forget(sent?.id ?? '')

  await lead.handover.importFile(photos.bytes)
  server.clock.now += 60_000
  await lead.workspace.sync.now()
  expect(await officer.handover.importFile(await receiptOf(lead))).toEqual({
    kind: 'receipt',
    answered: 0,
  })
  expect(officer.workspace.sync.status()).toMatchObject({ allSent: true, waiting: [] })
})

it('the file says how much and whose, and not a word of what was written', async () => {
  await writeOffline({ 'answers.C1': 'La porte de la pharmacie reste ouverte' })
  const bytes = await oneFile(officer)
  const text = new TextDecoder('latin1').decode(bytes)
  expect(text).toContain(PEOPLE.officer)
  for (const word of ['pharmacie', 'answers', 'Camille', 'Tablette', 'audit']) {
    expect(text).not.toContain(word)
  }
})

it('a carrier that changes one byte, or the header, changes nothing on the server', async () => {
  await writeOffline()
  const file = await readSealedFile(await oneFile(officer))
  if (!file.ok || file.value.kind !== 'bundle') throw new Error('Not a bundle')
  const { header, aad, sealed } = file.value
  const altered = sealed.slice()
  altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1
  const forgeries = [
    await closeFile(aad, altered),
    await closeFile(fileStart({ kind: 'bundle', header: { ...header, operations: 9 } }), sealed),
    await closeFile(
      fileStart({
        kind: 'bundle',
        header: { ...header, device: lead.workspace.profile.device },
      }),
      sealed,
    ),
  ]
  for (const bytes of forgeries) {
    const response = await server.app.inject({
      method: 'POST',
      url: '/v1/bundles',
      headers: {
        authorization: `Bearer ${(await server.enrol(PEOPLE.officer)).token}`,
        'content-type': 'application/octet-stream',
      },
      payload: Buffer.from(bytes),
    })
    expect([response.statusCode, response.json()]).toEqual([
      422,
      { error: { kind: 'envelope-unreadable' } },
    ])
  }
  const device = await server.store.read((session) =>
    session.directory.device(officer.workspace.profile.device),
  )
  expect(device?.lastN).toBe(0)
})

it('a file that is cut, altered, foreign, too new or too large is named, and nothing is kept', async () => {
  await writeOffline()
  const bytes = await oneFile(officer)
  const changed = (at: number) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))
  const newer = bytes.slice()
  newer[4] = 9
  const faults = [
    [bytes.slice(0, 200), 'damaged'],
    [bytes.slice(0, 5), 'damaged'],
    [changed(bytes.length - 1), 'damaged'],
    [changed(30), 'damaged'],
    [new Uint8Array(), 'foreign'],
    [new TextEncoder().encode('%PDF-1.7 un autre fichier'), 'foreign'],
    [newer, 'newer'],
    [new Uint8Array(8 * 1_048_576 + 1), 'too-large'],
  ] as const
  for (const [file, fault] of faults) {
    expect(await lead.handover.importFile(file)).toEqual({ kind: 'fault', fault })
  }
  expect(lead.handover.carried()).toEqual([])
})

it('one’s own file, the same file twice, and a receipt for another are each told apart', async () => {
  await writeOffline()
  const bytes = await oneFile(officer)
  expect(await officer.handover.importFile(bytes)).toEqual({ kind: 'own-work' })
  await lead.handover.importFile(bytes)
  expect(await lead.handover.importFile(bytes)).toEqual({ kind: 'already-carried' })
  server.clock.now += 60_000
  await lead.workspace.sync.now()
  expect(await lead.handover.importFile(await receiptOf(lead))).toEqual({ kind: 'not-for-us' })
})

it('what is carried waits for the network, and an answer lost on its way is asked again', async () => {
  await writeOffline()
  lead.isOnline = false
  await lead.handover.importFile(await oneFile(officer))
  await lead.workspace.sync.now()
  await showsCarried(lead, [{ state: 'waiting' }])
  lead.isOnline = true
  lead.losesAnswersOf = '/v1/bundles'
  await lead.workspace.sync.now()
  await showsCarried(lead, [{ state: 'waiting' }])
  lead.losesAnswersOf = undefined
  await lead.workspace.sync.now()
  await showsCarried(lead, [{ state: 'receipt' }])
})

it('an old receipt read after the server was heard again changes nothing', async () => {
  const { id } = await writeOffline()
  await lead.handover.importFile(await oneFile(officer))
  server.clock.now += 60_000
  await lead.workspace.sync.now()
  const receipt = await receiptOf(lead)
  server.clock.now += 60_000
  officer.isOnline = true
  await officer.workspace.writer.set(id, { 'answers.C9': 'no' })
  await officer.workspace.sync.now()
  const before = JSON.stringify(officer.workspace.sync.status())
  expect(await officer.handover.importFile(receipt)).toEqual({ kind: 'nothing-new' })
  expect(JSON.stringify(officer.workspace.sync.status())).toBe(before)
})

it('nothing to send makes no file', async () => {
  expect(await officer.handover.exportWork({ photos: true })).toEqual({
    ok: false,
    error: 'nothing',
  })
})

it('an envelope of a ward phone is kept once, and sent as the phone would', async () => {
  const envelope = { id: crypto.randomUUID(), keyId: 'k', enc: 'e', ct: 'c' }
  expect(await officer.handover.keepEnvelope('site.unit.mac', envelope)).toBe('kept')
  expect(await officer.handover.keepEnvelope('site.unit.mac', envelope)).toBe('already')
  await officer.workspace.sync.now()
  // Not the token of a wall of this server: kept, and tried again.
  expect(officer.handover.carried()).toMatchObject([{ kind: 'envelope', state: 'waiting' }])
  await officer.handover.forget(envelope.id)
  expect(officer.handover.carried()).toEqual([])
})

it.each(['renewed', 'forgotten'] as const)(
  'a receipt of a server put back to an older day (epoch %s) makes the rest wait, to be handed over anew',
  async (epoch) => {
    const backup = await server.backUp()
    const { id } = await officer.workspace.writer.create('audit', HOME_1, { note: 'avant' })
    await officer.workspace.sync.now()
    officer.isOnline = false
    await server.putBack(backup, epoch)
    await officer.workspace.writer.set(id, { note: 'après' })

    const passOn = async () => {
      server.clock.now += 60_000
      await lead.handover.importFile(await oneFile(officer))
      await lead.workspace.sync.now()
      const receipt = await receiptOf(lead)
      const [item] = lead.handover.carried()
      await lead.handover.forget(item?.id ?? '')
      return officer.handover.importFile(receipt)
    }
    expect(await passOn()).toEqual({ kind: 'send-again' })
    expect(officer.workspace.sync.status()).toMatchObject({ allSent: false })
    expect(await passOn()).toEqual({ kind: 'receipt', answered: 2 })
    expect(officer.workspace.sync.status()).toMatchObject({ allSent: true })
    const held = await server.store.read((session) => session.records.get(id))
    expect(held && shownFields(held.state).note).toBe('après')
  },
)

it('what is not sent can be exported from memory when the disk no longer answers', async () => {
  await writeOffline()
  // Closed, the store refuses every transaction, as a lost connection does.
  officer.workspace.close()
  await expect(officer.handover.forget('x')).rejects.toThrow('storage-lost')
  expect(await lead.handover.importFile(await oneFile(officer))).toMatchObject({ operations: 1 })
})

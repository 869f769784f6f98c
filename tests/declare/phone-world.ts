import './use-node-crypto.ts'
import { webcrypto } from 'node:crypto'
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { createOutboxSender } from '#declare/outbox-sender.ts'
import type { Phone } from '#declare/phone.ts'
import { openPhoneStore } from '#declare/phone-store.ts'
import { ANSWER_CONTEXT, type ReceiptNews, sealNews } from '#protocol/answer-seal.ts'
import { addition, declaration, type Envelope, type IntakePlace } from '#protocol/intake.ts'

export const TOKEN = 'site.unit.mac'

/** What the far end says of every code but one. */
const NEWS: ReceiptNews = {
  status: 'answered',
  receivedOn: '2026-11-20',
  answer: 'La personne va bien.',
  changed: '',
  exchanges: [
    {
      from: 'home',
      id: 'Q1',
      words: 'La sonnette marchait-elle ?',
      on: '2026-11-21',
      isAwaited: true,
    },
  ],
}

let lastStore = 0

/** A ward phone, its wall and the far end: a server one can cut, holding the private key. */
export async function buildWorld({ now = Date.parse('2026-11-25T01:40:00Z') } = {}) {
  const suite = new CipherSuite({
    kem: new DhkemP256HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  })
  const keys = await suite.kem.generateKeyPair()
  const rawKey = Buffer.from(await suite.kem.serializePublicKey(keys.publicKey))
  const place: IntakePlace = {
    site: 'site-1',
    siteName: 'Les Acomats',
    siteKind: 'ehpad',
    unit: 'unit-1',
    unitName: 'unité Alamanda',
    timeZone: 'America/Guadeloupe',
    phones: [{ label: 'Infirmière de nuit', number: '4112', when: 'Poste' }],
    key: { id: 'key-1', publicKey: rawKey.toString('base64url') },
  }
  const server = {
    isUp: true,
    refuses: false,
    /** Files the envelope, then loses the answer on the way back. */
    losesAnswer: false,
    envelopes: new Map<string, Envelope>(),
    deposits: 0,
    tokens: new Set<string>(),
    news: NEWS,
  }
  async function openFor(envelope: Envelope, boundTo = envelope.id) {
    const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url')).buffer
    const context = await suite.createRecipientContext({
      recipientKey: keys.privateKey,
      enc: bytes(envelope.enc),
    })
    const plain = await context.open(bytes(envelope.ct), new TextEncoder().encode(boundTo))
    return { text: new TextDecoder().decode(plain), context }
  }
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (!server.isUp) throw new TypeError('Failed to fetch')
    const headers = new Headers(init?.headers)
    server.tokens.add(headers.get('authorization') ?? '')
    const body = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
    if (input === '/v1/intake/place') return Response.json(place)
    if (input === '/v1/intake') {
      server.deposits += 1
      if (server.refuses) return Response.json({ error: { kind: 'forbidden' } }, { status: 403 })
      server.envelopes.set(body.id, body)
      if (server.losesAnswer) return new Response('<html>Portail</html>', { status: 200 })
      return Response.json({ id: body.id, receivedOn: '2026-11-24' })
    }
    if (input === '/v1/receipts') {
      const { text, context } = await openFor(body)
      if (JSON.parse(text).receipt === '0000000000000000') {
        return Response.json({ error: { kind: 'not-found' } }, { status: 404 })
      }
      const secret = await context.export(new TextEncoder().encode(ANSWER_CONTEXT), 32)
      return Response.json({ sealed: await sealNews(server.news, secret) })
    }
    return new Response('', { status: 404 })
  }
  lastStore += 1
  const storeName = `phone-${lastStore}`
  const clock = { now }
  async function startPhone(): Promise<Phone> {
    const store = await openPhoneStore(storeName)
    return {
      store,
      outbox: createOutboxSender({ store, fetch }),
      fetch,
      now: () => clock.now,
      randomUUID: () => webcrypto.randomUUID(),
      randomBytes: (count) => webcrypto.getRandomValues(new Uint8Array(count)),
    }
  }
  return {
    place,
    server,
    clock,
    storeName,
    phone: await startPhone(),
    /** The same phone after a crash: another page over the same disk. */
    startPhone,
    async open(envelope: Envelope, boundTo = envelope.id) {
      return declaration.parse(JSON.parse((await openFor(envelope, boundTo)).text))
    },
    /** Words added with a code, as the server would read them. */
    async openAddition(envelope: Envelope) {
      return addition.parse(JSON.parse((await openFor(envelope)).text))
    },
  }
}

/** Every value of every store of the phone, as one text: what a curious hand could read. */
export async function everythingKept(storeName: string): Promise<string> {
  const opening = indexedDB.open(storeName)
  const db = await settled(opening)
  const kept: unknown[] = []
  for (const name of db.objectStoreNames) {
    const store = db.transaction(name).objectStore(name)
    kept.push(await settled(store.getAllKeys()), await settled(store.getAll()))
  }
  db.close()
  return JSON.stringify(kept)
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

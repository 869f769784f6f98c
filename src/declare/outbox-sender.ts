/*
 * Sends what waits, by itself. States of one envelope: kept on this phone, then received; nothing
 * in between, for only the server's answer naming that very envelope takes it off the phone.
 * Depositing twice is harmless (the server knows the id), so every doubt is a retry.
 */
import { intakeResponse } from '#protocol/intake.ts'
import type { PhoneStore, Waiting } from './phone-store.ts'

export interface OutboxState {
  readonly waiting: number
  /** Among them, those the server declined at the last try: kept all the same, and said so. */
  readonly refused: number
  /** Ids the server acknowledged since the page was opened. */
  readonly received: ReadonlySet<string>
}

export interface OutboxSender {
  state(): OutboxState
  subscribe(listener: () => void): () => void
  /** Tries everything once; never rejects. */
  send(): Promise<void>
  /** Begins the triggers: network back, page visible, timer. Returns what ends them. */
  start(): () => void
}

type Deposit = 'received' | 'waiting' | 'refused'

/** The server understood and declined; being busy, slow or down is not declining. */
function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && ![408, 425, 429].includes(status)
}

export const RETRY_MS = { first: 5_000, longest: 300_000 } as const

export function createOutboxSender({
  store,
  fetch,
}: {
  store: Pick<PhoneStore, 'waiting' | 'received'>
  fetch: typeof globalThis.fetch
}): OutboxSender {
  const listeners = new Set<() => void>()
  let state: OutboxState = { waiting: 0, refused: 0, received: new Set() }
  let round: Promise<void> | undefined
  let again = false
  let delayMs: number = RETRY_MS.first
  let timer: ReturnType<typeof setTimeout> | undefined
  let started = false

  function become(next: OutboxState) {
    state = next
    for (const listener of listeners) listener()
  }

  async function deposit({ token, envelope }: Waiting): Promise<Deposit> {
    const response = await fetch('/v1/intake', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(envelope),
    })
    if (!response.ok) return isRefusal(response.status) ? 'refused' : 'waiting'
    // A captive portal answers 200 with its own page: only our own words count as a receipt.
    const answer = intakeResponse.safeParse(await response.json())
    return answer.success && answer.data.id === envelope.id ? 'received' : 'waiting'
  }

  async function run() {
    let waiting = await store.waiting()
    become({ ...state, waiting: waiting.length })
    let refused = 0
    for (const item of waiting) {
      const outcome = await deposit(item).catch(() => 'waiting') // offline is a normal state
      if (outcome === 'refused') refused += 1
      if (outcome !== 'received') continue
      await store.received(item.envelope.id)
      become({
        ...state,
        waiting: Math.max(0, state.waiting - 1),
        received: new Set([...state.received, item.envelope.id]),
      })
    }
    waiting = await store.waiting()
    become({ ...state, waiting: waiting.length, refused })
  }

  function plan() {
    clearTimeout(timer)
    if (!started || state.waiting === 0) {
      delayMs = RETRY_MS.first
      return
    }
    timer = setTimeout(send, delayMs)
    delayMs = Math.min(delayMs * 2, RETRY_MS.longest)
  }

  function send(): Promise<void> {
    // Something sealed during a round is not in its list: one more round follows.
    if (round) again = true
    round ??= run()
      .catch(() => undefined) // a lost database reopens at the next try; the envelope is on disk
      .finally(() => {
        round = undefined
        plan()
      })
      .then(() => {
        if (!again) return
        again = false
        return send()
      })
    return round
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send,
    start() {
      started = true
      const wake = () => {
        if (document.visibilityState !== 'visible') return
        delayMs = RETRY_MS.first
        send().catch(() => undefined)
      }
      window.addEventListener('online', wake)
      window.addEventListener('pageshow', wake)
      document.addEventListener('visibilitychange', wake)
      wake()
      return () => {
        started = false
        clearTimeout(timer)
        window.removeEventListener('online', wake)
        window.removeEventListener('pageshow', wake)
        document.removeEventListener('visibilitychange', wake)
      }
    },
  }
}

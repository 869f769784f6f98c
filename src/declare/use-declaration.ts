import { useCallback, useEffect, useRef, useState } from 'react'
import { makeReceipt } from '#domain/adverse-event/receipt.ts'
import { dayAt } from '#domain/shared/day.ts'
import type { IntakePlace } from '#protocol/intake.ts'
import { clockAt } from './clock-at.ts'
import { declarationOf } from './declaration-of.ts'
import { createDraft, DRAFT_LIFE_MS, type Draft, type DraftChange, isStale } from './draft.ts'
import { createDraftKeeper } from './draft-keeper.ts'
import type { Phone } from './phone.ts'
import { seal } from './seal.ts'

export type Screen = 'danger' | 'call' | 'steps' | 'receipt' | 'read'
/** What went wrong last, while everything typed is still on the screen. */
export type Failure = 'none' | 'save' | 'send'

export interface Opened {
  readonly token: string
  readonly places: ReadonlyMap<string, IntakePlace>
  readonly leftBehind: Draft | undefined
}

/**
 * One declaration from the question of danger to the code. The words live in React and, a moment
 * later, on the disk; sealing replaces them by an envelope and a code known to this screen only.
 */
export function useDeclaration(phone: Phone, opened: Opened) {
  const [screen, goTo] = useState<Screen>('danger')
  const [leftBehind, setLeftBehind] = useState(opened.leftBehind)
  const [draft, setDraft] = useState<Draft>()
  const [receipt, setReceipt] = useState<{ code: string; envelope: string }>()
  const [failure, setFailure] = useState<Failure>('none')
  const sealing = useRef(false)
  const [keeper] = useState(() => createDraftKeeper(phone.store, () => setFailure('save')))

  const token = draft?.token ?? opened.token
  const place = opened.places.get(token)

  function keep(next: Draft) {
    setFailure('none')
    setDraft(next)
    keeper.keep(next)
  }

  const forget = useCallback(async () => {
    setDraft(undefined)
    setLeftBehind(undefined)
    setReceipt(undefined)
    goTo('danger')
    await keeper.stop()
    await phone.store.dropDraft()
  }, [keeper, phone])

  // A phone put down mid-way must not show its words to the next hand.
  useEffect(() => {
    const words = draft ?? leftBehind
    if (!words) return
    const expire = () => {
      if (isStale(words, phone.now())) forget().catch(() => setFailure('save'))
    }
    const timer = setTimeout(expire, words.touchedAt + DRAFT_LIFE_MS + 1 - phone.now())
    document.addEventListener('visibilitychange', expire)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', expire)
    }
  }, [draft, leftBehind, forget, phone])

  return {
    screen,
    goTo,
    token,
    place,
    draft,
    leftBehind,
    receipt,
    failure,
    forget,

    /** « Non, je déclare » : goes back to what is on the screen, or begins. */
    begin() {
      if (!draft) {
        const now = phone.now()
        const timeZone = place?.timeZone ?? 'Europe/Paris'
        keep(createDraft(token, now, { day: dayAt(now, timeZone), clock: clockAt(now, timeZone) }))
        setLeftBehind(undefined)
      }
      goTo('steps')
    },

    resume() {
      if (!leftBehind) return
      keep({ ...leftBehind, touchedAt: phone.now() })
      setLeftBehind(undefined)
      goTo('steps')
    },

    change(changes: DraftChange) {
      if (draft) keep({ ...draft, ...changes, touchedAt: phone.now() })
    },

    /** Another wall of this phone: the declaration follows. */
    moveTo(nextToken: string) {
      if (draft) keep({ ...draft, token: nextToken, touchedAt: phone.now() })
    },

    async send() {
      const identity = draft?.identity
      if (!draft || !identity || !place || sealing.current) return
      sealing.current = true
      try {
        const code = makeReceipt(phone.randomBytes)
        const declaration = declarationOf({ ...draft, identity }, code)
        const envelope = await seal(declaration, place.key, phone.randomUUID())
        await keeper.stop()
        await phone.store.sealAway({ token, envelope })
        setReceipt({ code, envelope: envelope.id })
        setDraft(undefined)
        goTo('receipt')
        phone.outbox.send().catch(() => undefined) // its state says what happened
      } catch {
        keep(draft)
        setFailure('send')
      } finally {
        sealing.current = false
      }
    },
  }
}

export type DeclarationFlow = ReturnType<typeof useDeclaration>

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Json } from '#domain/shared/json.ts'
import { useHoldsUpdates } from '#ui/dirty.ts'
import { TextField } from '#ui/text-field.tsx'

/** Where words go while they are typed: key by key, before they are an answer. */
export interface DraftPort {
  get(key: string): Json | undefined
  put(key: string, value: Json): Promise<unknown>
  drop(key: string): Promise<void>
}

interface DraftedTextProps {
  readonly label: string
  readonly value: string
  readonly draftKey: string
  readonly drafts: DraftPort
  /** Makes it an answer; true once it is on disk. */
  readonly onCommit: (text: string) => Promise<boolean>
  readonly onFailure: (kept: Promise<unknown>) => void
  readonly hint?: string | undefined
  /** A sentence about what was typed (a name, a room), undefined when all is well. */
  readonly warn?: ((text: string) => string | undefined) | undefined
  readonly rows?: number
}

/**
 * A text that cannot be lost: each keystroke is kept as a draft, and becomes an answer when one
 * leaves the field, the screen or the app. The draft is forgotten only after the answer is on disk.
 */
export function DraftedText(props: DraftedTextProps) {
  const { label, value, draftKey, drafts, onCommit, onFailure, hint, warn, rows = 3 } = props
  const [typed, setTyped] = useState<string | undefined>(() => draftText(drafts, draftKey))
  const latest = useRef(typed)

  const commit = useCallback(async () => {
    const text = latest.current
    if (text === undefined) return
    if (text !== value && !(await onCommit(text))) return
    // Typed again while it was being written: that draft is not ours to forget.
    if (latest.current !== text) return
    latest.current = undefined
    setTyped(undefined)
    await drafts.drop(draftKey)
  }, [value, draftKey, drafts, onCommit])

  const leave = useRef(commit)
  leave.current = commit
  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') onFailure(leave.current())
    }
    document.addEventListener('visibilitychange', onHide)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      onFailure(leave.current())
    }
  }, [onFailure])

  useHoldsUpdates(typed !== undefined)
  const text = typed ?? value
  const warning = warn?.(text)
  return (
    <TextField
      label={label}
      value={text}
      multiline
      rows={rows}
      onChange={(next: string) => {
        latest.current = next
        setTyped(next)
        onFailure(drafts.put(draftKey, next))
      }}
      onBlur={() => onFailure(commit())}
      {...(warning || hint ? { hint: warning ?? hint } : {})}
    />
  )
}

/** The words a closed tab left behind. */
export function draftText(drafts: DraftPort, key: string): string | undefined {
  const kept = drafts.get(key)
  return typeof kept === 'string' ? kept : undefined
}

import { useRef } from 'react'
import type { Fields } from '#domain/shared/json.ts'

/** The same object while it says the same: an answer drawn, then kept, is one change and not two. */
export function useSameFields(fields: Fields): Fields {
  const last = useRef(fields)
  const names = Object.keys(fields)
  const isSame =
    names.length === Object.keys(last.current).length &&
    names.every((name) => last.current[name] === fields[name])
  if (!isSame) last.current = fields
  return last.current
}

/** The fields whose name begins so, the same object while no answer elsewhere touches them. */
export function useFieldsOf(fields: Fields, prefix: string): Fields {
  return useSameFields(
    Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith(prefix))),
  )
}

import { useEffect, useRef, useState } from 'react'
import type { FormFile } from './read-form-file.ts'
import { type Reading, startReading } from './start-reading.ts'

export type FileReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' | 'unreadable'; readonly name: string }
  | { readonly kind: 'read'; readonly name: string; readonly file: FormFile }

/** One file at a time; leaving the page, stopping or choosing another ends the reading under way. */
export function useFileReading() {
  const [state, setState] = useState<FileReading>({ kind: 'none' })
  const current = useRef<Reading>(undefined)
  const stop = () => {
    current.current?.stop()
    current.current = undefined
  }
  useEffect(() => () => current.current?.stop(), [])
  return {
    state,
    async read(file: File) {
      stop()
      const { name } = file
      const reading = startReading(file)
      current.current = reading
      setState({ kind: 'reading', name })
      const read = await reading.done
      if (current.current !== reading) return
      setState(read ? { kind: 'read', name, file: read } : { kind: 'unreadable', name })
    },
    stop() {
      stop()
      setState({ kind: 'none' })
    },
  }
}

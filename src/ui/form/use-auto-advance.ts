import { useCallback, useState } from 'react'

const KEY = 'escale.auto-advance'

/** Whether a tap goes on to the next criterion by itself. A choice of this device, on at first. */
export function readAutoAdvance(): boolean {
  return localStorage.getItem(KEY) !== 'off'
}

export function keepAutoAdvance(on: boolean): void {
  localStorage.setItem(KEY, on ? 'on' : 'off')
}

export function useAutoAdvance(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(readAutoAdvance)
  const set = useCallback((next: boolean) => {
    keepAutoAdvance(next)
    setOn(next)
  }, [])
  return [on, set]
}

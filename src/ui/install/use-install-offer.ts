import { useState } from 'react'
import { keepChoice, readChoice } from '#ui/local-choice.ts'
import { isInstalled, needsHomeScreen, useInstallPrompt } from './install.ts'

const STORAGE_KEY = 'escale.install'
const LATER = 'later'

/** Puts the offer off for good on this device; undefined when there is nothing to offer. */
export function useInstallOffer(): (() => void) | undefined {
  const prompt = useInstallPrompt()
  const [isPutOff, setPutOff] = useState(() => readChoice(STORAGE_KEY) === LATER)
  const isPossible = prompt !== undefined || needsHomeScreen(navigator)
  if (isPutOff || !isPossible || isInstalled()) return undefined
  return () => {
    keepChoice(STORAGE_KEY, LATER)
    setPutOff(true)
  }
}

import { useEffect, useState } from 'react'
import { useLanguage } from '#ui/i18n.ts'

/**
 * Reads words aloud with a voice that lives on the device, so that it works without a network and
 * nothing of what is asked leaves the tablet. Undefined where the device has no such voice.
 */
export function useReadAloud(): ((words: string) => void) | undefined {
  const language = useLanguage()
  const [voice, setVoice] = useState<SpeechSynthesisVoice>()
  useEffect(() => {
    const speech = deviceSpeech()
    if (!speech) return undefined
    // Browsers list their voices late, and say so.
    const find = () =>
      setVoice(
        speech.getVoices().find(({ lang, localService }) => {
          return localService && lang.toLowerCase().startsWith(language)
        }),
      )
    find()
    speech.addEventListener('voiceschanged', find)
    return () => {
      speech.removeEventListener('voiceschanged', find)
      speech.cancel()
    }
  }, [language])
  const speech = deviceSpeech()
  if (!speech || !voice) return undefined
  return (words) => {
    const said = new SpeechSynthesisUtterance(words)
    said.voice = voice
    said.lang = voice.lang
    // Slower than talk: the pace of easy reading.
    said.rate = 0.85
    speech.cancel()
    speech.speak(said)
  }
}

function deviceSpeech(): SpeechSynthesis | undefined {
  return 'speechSynthesis' in window ? window.speechSynthesis : undefined
}

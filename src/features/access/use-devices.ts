import { useCallback, useEffect, useState } from 'react'
import type { RequestFailure } from '#data/request-server.ts'
import { useWorkspace } from '#data/stores-context.ts'
import type { CaredDevice } from '#protocol/care.ts'

type Devices =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: RequestFailure }
  | { readonly kind: 'ready'; readonly devices: readonly CaredDevice[] }

/** The devices of the dispositif as the server knows them, and a way to ask again. */
export function useDevices(): { readonly answer: Devices; readonly ask: () => Promise<void> } {
  const { care } = useWorkspace()
  const [answer, setAnswer] = useState<Devices>({ kind: 'loading' })
  const ask = useCallback(async () => {
    const asked = await care.devices()
    setAnswer(
      asked.ok
        ? { kind: 'ready', devices: asked.value.devices }
        : { kind: 'failed', failure: asked.error },
    )
  }, [care])
  useEffect(() => {
    ask().catch((error: unknown) => {
      throw error
    })
  }, [ask])
  return { answer, ask }
}

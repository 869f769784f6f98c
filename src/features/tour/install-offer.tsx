import { lazy, Suspense } from 'react'
import { useInstallOffer } from '#ui/install/use-install-offer.ts'

const InstallNotice = lazy(async () => ({
  default: (await import('#ui/install/install-notice.tsx')).InstallNotice,
}))

/** How to install, where the device can and the officer has not put it off. */
export function InstallOffer() {
  const putOff = useInstallOffer()
  if (!putOff) return null
  return (
    <Suspense>
      <InstallNotice onLater={putOff} />
    </Suspense>
  )
}

import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { reportFailure } from '#ui/notices.ts'

/**
 * Keeps the tablet on this screen: « back » comes back to it. A second
 * entry of the same address stands under the screen, so that « back » has only itself to go to.
 * Updates wait by themselves while a tracer is open.
 */
export function useKeptInside(address: string): void {
  const navigate = useNavigate()
  useEffect(() => {
    const stay = () => reportFailure(Promise.resolve(navigate(address)))
    stay()
    window.addEventListener('popstate', stay)
    return () => window.removeEventListener('popstate', stay)
  }, [navigate, address])
}

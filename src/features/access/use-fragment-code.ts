import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { readCode } from './code.ts'

/**
 * The code of the link that was opened, taken out of the address bar at once: it must not stay in
 * the history, in a screenshot or in a shared tab.
 */
export function useFragmentCode(): [string, (code: string) => void] {
  const { hash, pathname } = useLocation()
  const navigate = useNavigate()
  const [code, setCode] = useState(() => readCode(hash))
  useEffect(() => {
    if (!hash) return
    setCode(readCode(hash))
    const left = navigate(pathname, { replace: true })
    if (left) left.catch(reportError)
  }, [hash, pathname, navigate])
  return [code, setCode]
}

import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countOperationsLeft } from '#data/second-copy/second-copy.ts'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'

/** What was written here before the browser erased its data is not lost: says how much, and how it leaves. */
export function LeftHere() {
  const { t } = useTranslation('access')
  const [count, setCount] = useState(0)
  useEffect(() => {
    let isCurrent = true
    reportFailure(
      countOperationsLeft().then((left) => {
        if (isCurrent) setCount(left)
      }),
    )
    return () => {
      isCurrent = false
    }
  }, [])
  if (count === 0) return null
  return <Notice title={t('leftHere', { count })}>{t('leftHereText')}</Notice>
}

import { useEffect, useState } from 'react'
import { listProfiles } from '#data/profiles.ts'
import type { Profile } from '#data/workspace.ts'
import { reportFailure } from '#ui/notices.ts'

/** People enrolled on this browser, by name; undefined while the disk is read. */
export function useProfiles(): readonly Profile[] | undefined {
  const [profiles, setProfiles] = useState<readonly Profile[]>()
  useEffect(() => {
    let current = true
    reportFailure(
      listProfiles().then((found) => {
        const sorted = [...found].sort((a, b) => a.person.name.localeCompare(b.person.name, 'fr'))
        if (current) setProfiles(sorted)
      }),
    )
    return () => {
      current = false
    }
  }, [])
  return profiles
}

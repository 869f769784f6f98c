import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { useRecords, useWorkspace } from '#data/stores-context.ts'
import type { AdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { clocksByEvent } from '#domain/adverse-event/channels/clocks-by-event.ts'
import { type Readings, readReadings } from '#domain/adverse-event/channels/readings.ts'

const MINUTE_MS = 60_000

/** The present minute, epoch ms: clocks are told to the minute, and a screen left open follows. */
export function useMinute(): number {
  const workspace = useWorkspace()
  const read = useCallback(() => workspace.now() - (workspace.now() % MINUTE_MS), [workspace])
  return useSyncExternalStore(subscribeToMinutes, read)
}

function subscribeToMinutes(listener: () => void): () => void {
  const timer = setInterval(listener, MINUTE_MS / 2)
  return () => clearInterval(timer)
}

/** The readings the dispositif chose; the usual ones before. */
export function useReadings(): Readings {
  const [dispositif] = useRecords('dispositif')
  return useMemo(() => readReadings((id) => dispositif?.fields[`readings.${id}`]), [dispositif])
}

/** Clocks of all these events, by event; an event without a duty is not in the map. */
export function useClocks(events: readonly AdverseEvent[]) {
  const now = useMinute()
  const readings = useReadings()
  const { timeZone } = useWorkspace().profile.dispositif
  return useMemo(
    () => clocksByEvent(events, { now, timeZone, readings }),
    [events, now, timeZone, readings],
  )
}

import type { Workspace } from '#data/workspace.ts'
import { readAdverseEvent } from '#domain/adverse-event/adverse-event.ts'
import { clocksByEvent } from '#domain/adverse-event/channels/clocks-by-event.ts'
import { readReadings } from '#domain/adverse-event/channels/readings.ts'

const EVERY_MS = 60_000

/** Figures on an icon, where the platform has them. */
export interface Badge {
  setAppBadge(count: number): Promise<void>
  clearAppBadge(): Promise<void>
}

/**
 * Keeps on the app's icon how many legal clocks press or are late, from what is on the device: offline
 * too. It asks again each minute and when records change. Gives the function that ends it.
 */
export function keepAppBadge(workspace: Workspace, badge: Badge): () => void {
  let shown = -1
  const show = () => {
    const count = pressingClocks(workspace)
    if (count === shown) return
    shown = count
    // An icon that takes no figure is no fault of the work: the screens say the same.
    const done = count > 0 ? badge.setAppBadge(count) : badge.clearAppBadge()
    done.catch(() => undefined)
  }
  show()
  const timer = setInterval(show, EVERY_MS)
  // A list is the same until one of its records changes: an answer given elsewhere counts nothing.
  const counted = () => [
    workspace.replica.list('adverse-event'),
    workspace.replica.list('dispositif'),
  ]
  let last = counted()
  const leave = workspace.replica.subscribe(() => {
    const present = counted()
    if (present.every((list, at) => list === last[at])) return
    last = present
    show()
  })
  return () => {
    clearInterval(timer)
    leave()
  }
}

function pressingClocks({ replica, profile, now }: Workspace): number {
  const events = replica
    .list('adverse-event')
    .map(({ id, scope, fields }) => readAdverseEvent(id, scope, fields))
  const [dispositif] = replica.list('dispositif')
  const clocks = clocksByEvent(events, {
    now: now(),
    timeZone: profile.dispositif.timeZone,
    readings: readReadings((id) => dispositif?.fields[`readings.${id}`]),
  })
  return [...clocks.values()]
    .flat()
    .filter(({ state }) => state === 'now' || state === 'late' || state === 'watch').length
}

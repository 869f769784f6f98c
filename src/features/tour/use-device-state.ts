import { useEffect, useState } from 'react'
import { askPersistence, readPersistence } from '#data/persist.ts'
import { reportFailure } from '#ui/notices.ts'
import type { DeviceState } from './readiness.ts'

const UNKNOWN: DeviceState = {
  persisted: undefined,
  freeBytes: undefined,
  battery: undefined,
  opensOffline: false,
}

/** What the browser tells of the device. `ask` also asks it to keep the data for good. */
export function useDeviceState({ ask = false }: { ask?: boolean } = {}): DeviceState {
  const [state, setState] = useState(UNKNOWN)
  useEffect(() => {
    let current = true
    const read = () => readDeviceState(ask).then((now) => current && setState(now))
    reportFailure(read())
    // At a first visit the files arrive while this screen is read: « missing » must become « ready ».
    const worker = navigator.serviceWorker?.ready
    if (worker) reportFailure(worker.then(read))
    return () => {
      current = false
    }
  }, [ask])
  return state
}

async function readDeviceState(ask: boolean): Promise<DeviceState> {
  const [persistence, battery, registration] = await Promise.all([
    ask ? askPersistence() : readPersistence(),
    readBattery(),
    navigator.serviceWorker?.getRegistration(),
  ])
  const space = persistence.kind === 'unsupported' ? undefined : persistence.space
  return {
    persisted: persistence.kind === 'unsupported' ? undefined : persistence.kind === 'persistent',
    freeBytes: space && space.quotaBytes - space.usedBytes,
    battery,
    opensOffline: registration?.active != null,
  }
}

/** Known to Chromium alone. */
async function readBattery(): Promise<number | undefined> {
  if (!('getBattery' in navigator) || typeof navigator.getBattery !== 'function') return undefined
  const battery: unknown = await navigator.getBattery()
  return typeof battery === 'object' &&
    battery !== null &&
    'level' in battery &&
    typeof battery.level === 'number'
    ? battery.level
    : undefined
}

import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { freeBytesOf, LEAST_FREE_BYTES } from '../store/free-space.ts'
import { type LastBackup, readLastBackup } from './backup/last-backup.ts'
import type { Command } from './command.ts'
import { openData } from './open-data.ts'
import { statusWords } from './status-words.ts'

/** What an operator looks at first. Times in epoch ms, sizes in bytes. */
export interface ServerState {
  readonly version: string
  readonly driver: string
  readonly epoch: string
  readonly now: number
  readonly dataBytes: number
  readonly freeBytes: number
  /** True when the server refuses to acknowledge anything more. */
  readonly isFull: boolean
  readonly lastBackup: LastBackup | null
  readonly dispositifs: number
  readonly sites: number
  readonly people: number
  readonly records: number
  readonly operations: number
  readonly quarantined: number
  readonly photos: { readonly expected: number; readonly present: number }
  readonly devices: readonly DeviceState[]
}

export interface DeviceState {
  readonly id: string
  readonly label: string
  readonly revoked: boolean
  /** When its last operation came; null for one that only reads so far. */
  readonly lastReceivedAt: number | null
  /** Written on the device and not here yet, as far as it told. */
  readonly waiting: number
  /** Numbers the device gave and no longer holds. */
  readonly lost: readonly number[]
}

/** `status`: at a glance, while the server runs or not. */
export const statusCommand: Command = {
  name: 'status',
  help: 'l’état du serveur et de ses données, d’un coup d’œil',
  options: { json: { type: 'boolean', help: 'pour un programme' } },
  async run({ options, config, terminal, now }) {
    const { dataFolder, version } = config
    const data = await openData(dataFolder)
    try {
      const freeBytes = await freeBytesOf(dataFolder)()
      const state: ServerState = await data.read(async (session) => {
        const photos = await session.inventory.photos()
        const devices: DeviceState[] = []
        for (const device of await session.inventory.devices()) {
          if (device.isServer) continue
          devices.push({
            id: device.id,
            label: device.label,
            revoked: device.revokedAt !== undefined,
            lastReceivedAt: device.lastReceivedAt ?? null,
            waiting: Math.max(0, device.declaredN - device.lastN),
            lost: await session.losses.missing(device.id),
          })
        }
        return {
          version,
          driver: data.driver,
          epoch: await session.meta.epoch(),
          now: now(),
          dataBytes: (await stat(join(dataFolder, 'escale.sqlite'))).size,
          freeBytes,
          isFull: freeBytes < LEAST_FREE_BYTES,
          lastBackup: (await readLastBackup(dataFolder)) ?? null,
          ...(await session.inventory.counts()),
          photos: {
            expected: photos.length,
            present: photos.filter(({ presentAt }) => presentAt !== undefined).length,
          },
          devices,
        }
      })
      terminal.say(options.flag('json') ? JSON.stringify(state) : statusWords(state))
      return 0
    } finally {
      await data.close()
    }
  },
}

import { freeBytesOf, LEAST_FREE_BYTES } from '../store/free-space.ts'
import { readLastBackup } from './backup/last-backup.ts'
import type { Command } from './command.ts'
import { openData } from './open-data.ts'
import type { DeviceState, ServerState } from './server-state.ts'
import { statusWords } from './status-words.ts'

/** `status`: at a glance, while the server runs or not. */
export const statusCommand: Command = {
  name: 'status',
  help: 'l’état du serveur et de ses données, d’un coup d’œil',
  options: { json: { type: 'boolean', help: 'pour un programme' } },
  async run({ options, config, terminal, now }) {
    const { dataFolder, version } = config
    const data = await openData(dataFolder, config.databaseUrl)
    try {
      const freeBytes = await freeBytesOf(dataFolder)()
      const dataBytes = await data.bytes()
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
            clockSkewMs: device.clockSkewMs ?? null,
            lost: await session.losses.missing(device.id),
          })
        }
        return {
          version,
          driver: data.driver,
          epoch: await session.meta.epoch(),
          now: now(),
          dataBytes,
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

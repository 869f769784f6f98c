import { statfs } from 'node:fs/promises'
import { frenchSpaces } from '#domain/shared/typography.ts'
import type { Command } from './command.ts'
import { openData } from './open-data.ts'

/** `status`: what an operator looks at first. */
export const statusCommand: Command = {
  name: 'status',
  help: 'l’état du serveur et de ses données, d’un coup d’œil',
  options: { json: { type: 'boolean', help: 'pour un programme' } },
  async run({ options, config, terminal }) {
    const data = await openData(config.dataFolder)
    try {
      const { bavail, bsize } = await statfs(config.dataFolder)
      const status = {
        version: config.version,
        driver: data.driver,
        epoch: await data.read((session) => session.meta.epoch()),
        freeBytes: bavail * bsize,
      }
      if (options.flag('json')) terminal.say(JSON.stringify(status))
      else
        for (const [name, value] of Object.entries(status))
          terminal.say(frenchSpaces(`${name} : ${value}`))
      return 0
    } finally {
      await data.close()
    }
  },
}

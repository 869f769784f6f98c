/*
 * A process of its own by side, so that each server's memory is its own: `bench-server.ts ours FOLDER`
 * or `baseline FOLDER TOKEN`. Prints its port; answers `rss` on its channel.
 */
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { createApp } from '#sync-server/http/create-app.ts'
import { openStore } from '#sync-server/store/open-store.ts'
import { createBaseline } from './baseline-server.ts'

const [, , side, folder = '', token = ''] = process.argv
const app = side === 'ours' ? await ours() : await baseline()
// A clock of 5 µs in place of 100: pages of both sides are isolated in the same way.
app.server.prependListener('request', (_request, response) => {
  response.setHeader('cross-origin-embedder-policy', 'require-corp')
  response.setHeader('cross-origin-opener-policy', 'same-origin')
})
const address = await app.listen({ host: '127.0.0.1', port: 0 })
process.on('message', (message) => {
  if (message === 'rss') process.send?.({ rss: process.memoryUsage().rss })
})
process.on('disconnect', () => process.exit(0))
process.send?.({ address })

async function ours(): Promise<FastifyInstance> {
  const store = await openStore({ dataFolder: folder, databaseUrl: undefined })
  return createApp({
    store,
    blobFolder: join(folder, 'photos'),
    appFolder: join(folder, 'ours'),
    version: 'bench',
    now: Date.now,
    setupCode: () => undefined,
    report: ({ route, error }) => console.error(route, error),
  })
}

async function baseline(): Promise<FastifyInstance> {
  const made = await createBaseline(join(folder, 'baseline.sqlite'), token)
  await made.register(fastifyStatic, { root: join(folder, 'baseline') })
  return made
}

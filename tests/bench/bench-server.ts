/*
 * A process of its own by side, so that each server's memory is its own: `bench-server.ts ours FOLDER`
 * or `baseline FOLDER TOKEN`. Prints its port; answers `rss` and `crossed` on its channel.
 */
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { createApp } from '#sync-server/http/create-app.ts'
import { openStore } from '#sync-server/store/open-store.ts'
import type { Session } from '#sync-server/store/store.ts'
import { createBaseline } from './baseline-server.ts'

const [, , side, folder = '', token = ''] = process.argv
const app = side === 'ours' ? await ours() : await baseline()
// A clock of 5 µs in place of 100: pages of both sides are isolated in the same way.
app.server.prependListener('request', (_request, response) => {
  response.setHeader('cross-origin-embedder-policy', 'require-corp')
  response.setHeader('cross-origin-opener-policy', 'same-origin')
})
// Counted at the socket, as they leave and come: what a browser says of its own network loses some.
const crossed = { bodies: 0, headers: 0 }
/** Exchanges under way; a standing answer never ends, and what it has sent so far counts. */
const open = new Set<() => void>()
app.server.prependListener('request', (request, response) => {
  const { url = '', socket } = request
  if (url.startsWith('/assets') || url === '/') return
  // Someone else's device, which is this bench: a browser names itself otherwise.
  if (request.headers['user-agent'] === 'node') return
  let from = socket.bytesWritten
  const search = url.indexOf('?')
  crossed.bodies += Number(request.headers['content-length'] ?? 0)
  crossed.bodies += search < 0 ? 0 : url.length - search
  let isHeadCounted = false
  const count = () => {
    const head = (response as unknown as { _header: string | null })._header
    if (head === null) return
    const headBytes = isHeadCounted ? 0 : Buffer.byteLength(head)
    isHeadCounted = true
    crossed.headers += headBytes
    crossed.bodies += socket.bytesWritten - from - headBytes
    from = socket.bytesWritten
  }
  open.add(count)
  response.once('finish', count)
  response.once('close', () => open.delete(count))
})
/** When the last write was on disk, epoch ms by the clock of this process. */
let keptAt = 0
app.get('/assets/clock', async () => String(performance.timeOrigin + performance.now()))
const address = await app.listen({ host: '127.0.0.1', port: 0 })
process.on('message', (message) => {
  if (message === 'rss') process.send?.({ rss: process.memoryUsage().rss })
})
process.on('message', (message) => {
  if (message !== 'crossed') return
  for (const count of open) count()
  process.send?.({ ...crossed, keptAt })
  crossed.bodies = 0
  crossed.headers = 0
})
process.on('disconnect', () => process.exit(0))
process.send?.({ address })

async function ours(): Promise<FastifyInstance> {
  const store = await openStore({ dataFolder: folder, databaseUrl: undefined })
  const noted = {
    ...store,
    async write<T>(work: (session: Session) => Promise<T>): Promise<T> {
      const result = await store.write(work)
      keptAt = performance.timeOrigin + performance.now()
      return result
    },
  }
  return createApp({
    store: noted,
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

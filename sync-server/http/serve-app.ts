import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** The reader of QR codes, in its worker: nothing else of the app compiles wasm (ADR 017). */
const SCAN_WORKER = /[/\\]assets[/\\]scan-worker-[\w-]+\.js$/
const SCAN_WORKER_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"

/**
 * Serves the built app. Files of `/assets` carry their hash in their name and never change; the
 * worker, the pages and the manifest are asked again each time. Any other address is a screen of the
 * app, except `/v1/…` and a missing asset: a page in place of a script would poison a cache.
 */
export async function serveApp(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    app.setNotFoundHandler(notFound)
    return
  }
  await app.register(fastifyStatic, {
    root: folder,
    index: ['index.html'],
    cacheControl: false,
    setHeaders(reply, path) {
      const immutable = path.startsWith(join(folder, 'assets'))
      reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
      if (SCAN_WORKER.test(path)) reply.header('content-security-policy', SCAN_WORKER_POLICY)
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?')
    if (!isNavigation(request.method, path)) return notFound(request, reply)
    return reply.sendFile(path === '/declarer' ? 'declarer.html' : 'index.html')
  })
}

function isNavigation(method: string, path: string): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  // A screen's address has no extension; `/old.js` or `/icon.png` is a file that is gone.
  return !/^\/(v1|assets)(\/|$)/.test(path) && !/\.[a-z0-9]+$/i.test(path)
}

function notFound(_request: FastifyRequest, reply: FastifyReply) {
  return reply
    .code(404)
    .header('cache-control', 'no-store')
    .send({ error: { kind: 'not-found' } })
}

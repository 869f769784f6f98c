import type { FastifyInstance } from 'fastify'
import { openApiDocument } from './openapi-document.ts'
import type { Route } from './route.ts'

/** GET /openapi.json, for whoever writes another client. Made when first asked: a start pays nothing. */
export function serveOpenApi(
  app: FastifyInstance,
  routes: readonly Route[],
  version: string,
): void {
  let text: string | undefined
  app.get('/openapi.json', async (_request, reply) => {
    text ??= JSON.stringify(openApiDocument(routes, version))
    return reply.type('application/json').header('cache-control', 'no-cache').send(text)
  })
}

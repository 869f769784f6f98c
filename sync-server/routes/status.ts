import { type ServerStatus, serverStatus } from '#protocol/access.ts'
import type { Route } from '../http/route.ts'

/** GET /v1/status: what a page must know before anyone is enrolled. */
export const statusRoute: Route = {
  method: 'GET',
  url: '/v1/status',
  summary: 'What a page must know before anyone is enrolled.',
  answer: serverStatus,
  who: 'anyone',
  perMinute: 240,
  async handle(_call, { store, version }): Promise<ServerStatus> {
    const dispositifs = await store.read((session) => session.directory.dispositifs())
    return { ready: true, needsSetup: dispositifs.length === 0, version }
  },
}

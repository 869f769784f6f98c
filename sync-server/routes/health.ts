import { serverHealth } from '#protocol/access.ts'
import type { Route } from '../http/route.ts'

/** GET /v1/health: answers when the data file does. For a supervisor, which needs nothing more. */
export const healthRoute: Route = {
  method: 'GET',
  url: '/v1/health',
  summary: 'Answers while the data file does.',
  answer: serverHealth,
  who: 'anyone',
  perMinute: 240,
  async handle(_call, { store }) {
    await store.read((session) => session.meta.epoch())
    return { ok: true }
  },
}

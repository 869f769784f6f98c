import type { Route } from '../http/route.ts'

/** GET /v1/health: answers when the data file does. For a supervisor, which needs nothing more. */
export const healthRoute: Route = {
  method: 'GET',
  url: '/v1/health',
  who: 'anyone',
  perMinute: 240,
  async handle(_call, { store }) {
    await store.read((session) => session.meta.epoch())
    return { ok: true }
  },
}

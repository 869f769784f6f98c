import { type PostersResponse, postersResponse } from '#protocol/access.ts'
import { postersOf } from '../access/posters-of.ts'
import type { Route } from '../http/route.ts'

/** GET /v1/posters: the posters of the caller's homes, to print or to declare from. */
export const postersRoute: Route = {
  method: 'GET',
  url: '/v1/posters',
  summary: 'The posters of the homes of the caller.',
  answer: postersResponse,
  who: 'device',
  roles: ['officer', 'director', 'quality-lead', 'declarant', 'porteur'],
  perMinute: 60,
  async handle({ caller }, { store }): Promise<PostersResponse> {
    const sites = caller.holder.sites.map(({ id }) => id)
    return { posters: await store.read((session) => postersOf(session, sites)) }
  },
}

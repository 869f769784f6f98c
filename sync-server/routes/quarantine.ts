import { type QuarantinedItem, quarantineResponse } from '#protocol/care.ts'
import type { Op } from '#protocol/op.ts'
import type { EnrolledHolder } from '../access/holder.ts'
import type { Route } from '../http/route.ts'
import type { QuarantinedEntry } from '../store/quarantine-shelf.ts'
import type { Session } from '../store/store.ts'
import { sightOf } from '../sync/quarantine-sight.ts'

/** More than a person can look at; the rest comes as these are ended. */
const AT_ONCE = 200

/** GET /v1/quarantine: what others of one's homes wrote and the server set aside, rights by bucket. */
export const quarantineRoute: Route = {
  method: 'GET',
  url: '/v1/quarantine',
  summary: 'What others of these homes wrote and the server set aside',
  answer: quarantineResponse,
  who: 'device',
  roles: ['director', 'quality-lead', 'porteur'],
  perMinute: 60,
  handle: ({ caller }, { store }) =>
    store.read(async (session) => ({ items: await queueOf(session, caller.holder) })),
}

async function queueOf(
  session: Session,
  holder: EnrolledHolder,
): Promise<readonly QuarantinedItem[]> {
  const items: QuarantinedItem[] = []
  for (const entry of await session.quarantine.open(holder.dispositif, AT_ONCE)) {
    // One's own stands on one's own screen, with its words, network or not.
    if (entry.device === holder.device) continue
    const sight = await sightOf(session, holder, entry)
    if (sight !== 'none') items.push(await toItem(session, entry, sight === 'whole'))
  }
  return items
}

async function toItem(
  session: Session,
  entry: QuarantinedEntry,
  isWhole: boolean,
): Promise<QuarantinedItem> {
  const device = await session.directory.device(entry.device)
  const author = device?.person && (await session.directory.person(device.person))
  const { f = {}, type = '' } = isWhole ? (JSON.parse(entry.body) as Partial<Op>) : {}
  return {
    op: `${entry.device}:${entry.n}`,
    reason: entry.reason,
    receivedAt: entry.receivedAt,
    label: device?.label ?? '',
    ...(author && { role: author.role }),
    ...(isWhole && {
      content: {
        rec: entry.rec,
        type,
        bucket: entry.bucket,
        fields: Object.fromEntries(Object.entries(f).map(([name, { v }]) => [name, v])),
      },
    }),
  }
}

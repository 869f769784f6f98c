import { createHmac, timingSafeEqual } from 'node:crypto'
import { type SiteId, siteId } from '#domain/shared/ids.ts'

/** Where a poster hangs: what its QR gives the right to deposit for. */
export interface PosterPlace {
  readonly site: SiteId
  readonly unit: string
}

/** `site.unit.mac`: made again at will from the server's key, so nothing is kept of it. */
export function posterToken({ site, unit }: PosterPlace, serverKey: string): string {
  return `${site}.${unit}.${macOf(site, unit, serverKey)}`
}

/** The place of a token that this server made; undefined for any other text. */
export function readPosterToken(token: string, serverKey: string): PosterPlace | undefined {
  const [site, unit, mac, ...rest] = token.split('.')
  if (!site || !unit || !mac || rest.length > 0) return undefined
  const expected = Buffer.from(macOf(site, unit, serverKey))
  const given = Buffer.from(mac)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return { site: siteId(site), unit }
}

function macOf(site: string, unit: string, serverKey: string): string {
  const mac = createHmac('sha256', `poster:${serverKey}`).update(`${site}.${unit}`).digest()
  return mac.subarray(0, 16).toString('base64url')
}

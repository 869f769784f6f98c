import { type SiteId, siteId } from '#domain/shared/ids.ts'
import { parseBucketId } from '#domain/site/bucket.ts'
import type { Profile } from './workspace.ts'

/**
 * The profile with the homes of now: those of the enrolment, until the server granted others or
 * withdrew some. Same object while the grants are the same, for screens compare it.
 */
export function followGrants(
  profile: Profile,
  grantsNow: () => Readonly<Record<string, unknown>>,
): () => Profile {
  let known: { readonly grants: object; readonly profile: Profile } | undefined
  return () => {
    const grants = grantsNow()
    if (known?.grants !== grants) known = { grants, profile: withSites(profile, sitesOf(grants)) }
    return known.profile
  }
}

/** A role that reads no home by itself (a declarant) keeps the homes it was enrolled for. */
function withSites(profile: Profile, sites: ReadonlySet<SiteId>): Profile {
  if (sites.size === 0) return profile
  const kept = profile.sites.filter((site) => sites.has(site))
  const added = [...sites].filter((site) => !profile.sites.includes(site)).sort()
  return { ...profile, sites: [...kept, ...added] }
}

function sitesOf(grants: Readonly<Record<string, unknown>>): ReadonlySet<SiteId> {
  const sites = Object.keys(grants).flatMap((bucket) => {
    const parsed = parseBucketId(bucket)
    return parsed?.bucketClass === 'figures' ? [siteId(parsed.scope)] : []
  })
  return new Set(sites)
}

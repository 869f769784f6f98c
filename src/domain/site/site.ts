import { type SiteId, siteId } from '../shared/ids.ts'
import { codeField, type Fields, numberField, textField } from '../shared/json.ts'

export const SITE_KINDS = ['ehpad', 'ime', 'mas', 'itep', 'fam', 'other'] as const
export type SiteKind = (typeof SITE_KINDS)[number]

export interface Phone {
  readonly label: string
  readonly number: string
  /** In which case to call, in plain words. */
  readonly when: string
}

/** A home of the dispositif. Record `site`, fields as below, units as `units.<id>.name`. */
export interface Site {
  readonly id: SiteId
  readonly name: string
  readonly kind: SiteKind
  readonly commune: string
  readonly places: number
  readonly position: { readonly latitude: number; readonly longitude: number } | undefined
  /** True when the home lets the shared officer read its events (security.md D6). */
  readonly sharesEvents: boolean
  /** True for the home that carries the dispositif (« porteur »). */
  readonly isPorteur: boolean
  readonly units: readonly { readonly id: string; readonly name: string }[]
  readonly phones: readonly Phone[]
}

export function readSite(id: string, fields: Fields): Site {
  const latitude = numberField(fields, 'latitude')
  const longitude = numberField(fields, 'longitude')
  return {
    id: siteId(id),
    name: textField(fields, 'name'),
    kind: codeField(fields, 'kind', SITE_KINDS, 'other'),
    commune: textField(fields, 'commune'),
    places: numberField(fields, 'places') ?? 0,
    position:
      latitude !== undefined && longitude !== undefined ? { latitude, longitude } : undefined,
    sharesEvents: fields.sharesEvents === true,
    isPorteur: fields.isPorteur === true,
    units: Object.entries(fields)
      .flatMap(([name, value]) => {
        const unit = /^units\.([^.]+)\.name$/.exec(name)?.[1]
        return unit && typeof value === 'string' ? [{ id: unit, name: value }] : []
      })
      .sort((a, b) => a.name.localeCompare(b.name, 'fr')),
    phones: readPhones(fields.phones),
  }
}

function readPhones(value: Fields[string] | undefined): readonly Phone[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item) =>
    item && typeof item === 'object' && !Array.isArray(item)
      ? [
          {
            label: textField(item, 'label'),
            number: textField(item, 'number'),
            when: textField(item, 'when'),
          },
        ]
      : [],
  )
}

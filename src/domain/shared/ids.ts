declare const brand: unique symbol
type Branded<T, B extends string> = T & { readonly [brand]: B }

/** Identity of a record, the same on every device: a UUID chosen where it was created. */
export type RecordId = Branded<string, 'RecordId'>
/** A home, « établissement »: the identity of its `site` record. */
export type SiteId = Branded<string, 'SiteId'>
/** A shared quality programme, « dispositif »: several homes, one porteur, one or more officers. */
export type DispositifId = Branded<string, 'DispositifId'>
/** A person of the directory: who signed, who holds rights. */
export type PersonId = Branded<string, 'PersonId'>
/** An enrolled device; it numbers its own operations. */
export type DeviceId = Branded<string, 'DeviceId'>

// Casts live here and nowhere else: a brand is born where text enters the domain.
export const recordId = (text: string) => text as RecordId
export const siteId = (text: string) => text as SiteId
export const dispositifId = (text: string) => text as DispositifId
export const personId = (text: string) => text as PersonId
export const deviceId = (text: string) => text as DeviceId

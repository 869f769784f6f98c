/** What lies on disk in place of a value: text today, the output of AES-GCM once the vault exists. */
export type Sealed = string | ArrayBuffer

/**
 * The only way in and out of the disk. Everything but the keys named in `db.ts` passes here, before
 * the transaction opens and after it closed: Firefox and WebKit end an IndexedDB transaction that
 * awaits WebCrypto (security.md D2).
 */
export interface Sealer {
  /** `place` says where the value lies (`ops/12`): a sealed value moved elsewhere must not open. */
  seal(value: unknown, place: string): Promise<Sealed>
  open(sealed: Sealed, place: string): Promise<unknown>
  sealBytes(bytes: ArrayBuffer, place: string): Promise<ArrayBuffer>
  openBytes(sealed: ArrayBuffer, place: string): Promise<ArrayBuffer>
}

/** Values as JSON text, bytes as they are: until a device has a vault. */
export const plainSealer: Sealer = {
  seal: async (value) => JSON.stringify(value),
  open: async (sealed) => {
    if (typeof sealed !== 'string') throw new Error('Sealed by a vault this version cannot open')
    return JSON.parse(sealed)
  },
  sealBytes: async (bytes) => bytes,
  openBytes: async (sealed) => sealed,
}

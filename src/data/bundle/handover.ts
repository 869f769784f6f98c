import type { Result } from '#domain/shared/result.ts'
import type { Envelope } from '#protocol/intake.ts'
import type { Bytes, FileFault } from '#protocol/sealed-file.ts'

/** A sealed file ready to be shared, saved or copied, with what one may know of it: counts. */
export interface HandoverFile {
  readonly name: string
  readonly bytes: Bytes
  readonly operations: number
  readonly photos: number
}

/** `nothing`: the server has all of it; `no-key`: this device never asked the server for its key. */
export type ExportFault = 'nothing' | 'no-key'

/** What this device carries for someone else, or brings back to them. */
export type Carried = { readonly id: string } & (
  | {
      readonly kind: 'bundle'
      /** Who it comes from: to be named by whoever knows them. */
      readonly person: string
      readonly operations: number
      readonly photos: number
      /** `receipt`: the server has it, and its answer waits to be brought back. */
      readonly state: 'waiting' | 'refused' | 'receipt'
    }
  | { readonly kind: 'envelope'; readonly state: 'waiting' | 'refused' | 'received' }
)

/** What became of a file that was handed in; each is one sentence on screen. */
export type ImportOutcome =
  | { readonly kind: 'carried'; readonly operations: number; readonly photos: number }
  | { readonly kind: 'already-carried' }
  /** Our own work: it is here already, and another device must carry it. */
  | { readonly kind: 'own-work' }
  | { readonly kind: 'other-dispositif' }
  /** The server's word, kept: how many operations it answered for. */
  | { readonly kind: 'receipt'; readonly answered: number }
  /** The server lacks some that it once had: they wait again, to be handed over anew. */
  | { readonly kind: 'send-again' }
  | { readonly kind: 'nothing-new' }
  | { readonly kind: 'not-for-us' }
  | { readonly kind: 'clone' }
  | { readonly kind: 'fault'; readonly fault: FileFault | 'unreadable' }

export interface ImportOptions {
  /** A copy kept outside a store that lost its own: its bundle is carried though it is our own. */
  readonly ownToo?: boolean
}

/** The rendez-vous without network (ADR 016), loaded when it is asked for. */
export interface Handover {
  exportWork(asked: {
    readonly photos: boolean
  }): Promise<Result<readonly HandoverFile[], ExportFault>>
  /** Never throws for what the file holds; `StorageError` when the disk refuses to keep it. */
  importFile(bytes: Bytes, options?: ImportOptions): Promise<ImportOutcome>
  /** Same array until one changes. */
  carried(): readonly Carried[]
  subscribe(listener: () => void): () => void
  /** The receipt of a bundle carried, as the file that goes back; undefined before the answer. */
  receiptFile(id: string): Promise<HandoverFile | undefined>
  /** Takes it off this device; its author still has it. */
  forget(id: string): Promise<void>
  /** An envelope of a ward phone, read by the camera: to be sent with the poster's token. */
  keepEnvelope(token: string, envelope: Envelope): Promise<'kept' | 'already'>
  close(): void
}

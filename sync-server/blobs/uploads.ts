/*
 * Photos on their way in, by the tus protocol (ADR 018): a cut keeps what was received, the device asks
 * where it stands and goes on from there.
 *
 * Kept here: a photo is « present » only after its whole bytes were read back, hashed to their address,
 * told their type and were put on the shelf. An upload that is whole is finished by whoever asks for it
 * next, so a power cut between its last byte and its check does not leave it in between for ever. Each
 * device has a part of its own of a photo: two devices that send the same one do not meet. Several
 * server processes may share the folder: a part only ever receives the bytes of one content, at their
 * place, and what two of them could spoil does not hash.
 */
import { mkdir, readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server, type ServerOptions } from '@tus/server'
import type { DeviceId, DispositifId } from '#domain/shared/ids.ts'
import type { RequestErrorKind } from '#protocol/errors.ts'
import { LIMITS } from '#protocol/limits.ts'
import { callerLeft } from '../caller-left.ts'
import type { Store } from '../store/store.ts'
import type { BlobFiles } from './blob-files.ts'
import { shelvePhoto } from './keep-photo.ts'

/** A part that nobody finished; the device that comes back later begins again. */
const PARTS_KEPT_MS = 7 * 86_400_000

export interface Uploads {
  /** Answers a request of the protocol about one photo of one device. */
  answer(request: IncomingMessage, response: ServerResponse, part: PartName): Promise<void>
  /** Checks a part that is whole and shelves it; false while bytes are missing. */
  finish(part: PartName): Promise<boolean>
  /** Forgets the parts nobody came back for. */
  sweep(): Promise<void>
}

export interface PartName {
  readonly device: DeviceId
  readonly dispositif: DispositifId
  readonly sha256: string
}

interface UploadParts {
  readonly folder: string
  readonly store: Store
  readonly blobFiles: BlobFiles
  readonly now: () => number
  readonly report: (error: unknown) => void
}

/** Bytes that are not the photo they are named after: nothing of them is kept. */
class Mismatch extends Error {
  readonly status_code = 422
}

export function createUploads({ folder, store, blobFiles, now, report }: UploadParts): Uploads {
  const files = new FileStore({ directory: folder, expirationPeriodInMilliseconds: PARTS_KEPT_MS })
  // The identity of a part comes from the caller’s credential, never from what a request says.
  const parts = new WeakMap<IncomingMessage, PartName>()
  const partOf = (request: Parameters<NonNullable<ServerOptions['onUploadFinish']>>[0]) => {
    const raw = request.runtime?.node?.req
    return raw && parts.get(raw as IncomingMessage)
  }
  const idIn: NonNullable<ServerOptions['getFileIdFromRequest']> = (request) => {
    const part = partOf(request)
    return part && idOf(part)
  }
  const server = new Server({
    path: '/v1/uploads',
    datastore: files,
    maxSize: LIMITS.blobBytes,
    // The app is served from here: no other origin has anything to send.
    allowedOrigins: [],
    getFileIdFromRequest: idIn,
    namingFunction: (request) => idIn(request) ?? '',
    generateUrl: (request, { path }) => `${path}/${partOf(request)?.sha256}`,
    async onUploadFinish(request) {
      const part = partOf(request)
      if (!part) throw new Error('An upload that no caller sent')
      await shelve(part)
      return {}
    },
    async onResponseError(_request, error) {
      const status = 'status_code' in error ? error.status_code : 500
      if (status >= 500 && !callerLeft(error)) report(error)
      const kind = KINDS[status]
      return { status_code: status, body: kind ? JSON.stringify({ error: { kind } }) : '' }
    },
  })

  async function shelve(part: PartName): Promise<void> {
    const bytes = await readFile(join(folder, idOf(part)))
    const { dispositif, sha256 } = part
    const kept = await shelvePhoto(bytes, { store, blobFiles, now, dispositif, sha256 })
    await forget(part)
    if (!kept.ok) throw new Mismatch('Not the photo it is named after')
  }

  async function forget(part: PartName): Promise<void> {
    await files.remove(idOf(part)).catch(() => undefined) // another request finished it first
  }

  return {
    async answer(request, response, part) {
      parts.set(request, part)
      await server.handle(request, response)
    },
    async finish(part) {
      const held = await files.getUpload(idOf(part)).catch(() => undefined) // none was begun
      if (!held || held.offset !== held.size) return false
      await shelve(part)
      return true
    },
    async sweep() {
      // The library makes its folder without waiting for it.
      await mkdir(folder, { recursive: true })
      await server.cleanUpExpiredUploads()
    },
  }
}

const KINDS: Readonly<Record<number, RequestErrorKind>> = {
  400: 'bad-request',
  404: 'not-found',
  410: 'not-found',
  413: 'too-large',
  422: 'blob-mismatch',
  500: 'server-fault',
}

function idOf({ device, sha256 }: PartName): string {
  return `${device}.${sha256}`
}

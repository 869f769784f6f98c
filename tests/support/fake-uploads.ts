import { sha256Hex } from '#protocol/hash-op.ts'

/** Uploads in memory by the tus protocol; a photo whole and rightly named joins `blobs`. */
export function createFakeUploads(blobs: Map<string, ArrayBuffer>) {
  const parts = new Map<string, { size: number; bytes: Uint8Array }>()

  async function receive(sha256: string, at: number, chunk: ArrayBuffer): Promise<Response> {
    const part = parts.get(sha256)
    if (!part) return said(404)
    if (at !== part.bytes.byteLength) return said(409)
    part.bytes = new Uint8Array([...part.bytes, ...new Uint8Array(chunk)])
    if (part.bytes.byteLength < part.size) return said(204, part.bytes.byteLength, part.size)
    parts.delete(sha256)
    const whole = part.bytes.slice().buffer
    if ((await sha256Hex(whole)) !== sha256) return said(422)
    blobs.set(sha256, whole)
    return said(204, part.size, part.size)
  }

  return {
    async answer(sha256: string, { method, headers, body }: RequestInit): Promise<Response> {
      const asked = new Headers(headers)
      const whole = blobs.get(sha256)?.byteLength
      if (method === 'HEAD') {
        const part = parts.get(sha256)
        if (whole !== undefined) return said(200, whole, whole)
        return part ? said(200, part.bytes.byteLength, part.size) : said(404)
      }
      if (method === 'PATCH') {
        const at = Number(asked.get('upload-offset'))
        return whole === undefined
          ? receive(sha256, at, body as ArrayBuffer)
          : said(204, whole, whole)
      }
      parts.set(sha256, { size: Number(asked.get('upload-length')), bytes: new Uint8Array() })
      return said(201, undefined, undefined, `/v1/uploads/${sha256}`)
    },
  }
}

function said(status: number, offset?: number, length?: number, location?: string): Response {
  return new Response(null, {
    status,
    headers: {
      'tus-resumable': '1.0.0',
      ...(offset !== undefined && { 'upload-offset': String(offset) }),
      ...(length !== undefined && { 'upload-length': String(length) }),
      ...(location && { location }),
    },
  })
}

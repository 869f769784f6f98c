import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Encrypter } from 'age-encryption'
import { writeDurably } from '../../durable-file.ts'
import { CommandRefusal } from '../command.ts'
import { bytesOf, gzipped, webStream } from './streams.ts'

/**
 * Compresses and seals a file under another name, whole or not at all, then reads it back from the
 * medium: a stick that returns other bytes than it was given is known today, not on the day of need.
 */
export async function sealFile(
  sealer: Encrypter,
  from: string,
  to: string,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  const sealed = await sealer.encrypt(webStream(gzipped(from)))
  async function* counted() {
    for await (const chunk of bytesOf(sealed)) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  await writeDurably(to, counted())
  const sha256 = hash.digest('hex')
  if ((await sha256OfFile(to)) !== sha256) {
    throw new CommandRefusal(`Le support de « ${to} » ne rend pas ce qui y est écrit : changez-le.`)
  }
  return { bytes, sha256 }
}

async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

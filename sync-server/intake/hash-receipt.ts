import { hashRaw } from '@node-rs/argon2'

/** Least memory and time advised for Argon2id (security.md D2): about 30 ms a try. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 }

/**
 * What is kept of a receipt: sixteen digits are few enough to be tried one by one, so the hash is
 * slow and salted by home. Argon2id is the library's default algorithm.
 */
export async function hashReceipt(receipt: string, salt: string): Promise<string> {
  const hash = await hashRaw(receipt, { ...COST, salt: Buffer.from(salt, 'base64url') })
  return hash.toString('base64url')
}

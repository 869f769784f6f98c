import { readWire } from './wire.ts'

/** Posts JSON to a server over the network. */
export async function postTo(
  origin: string,
  path: string,
  token: string,
  payload: Record<string, unknown>,
): Promise<{ status: number; body: unknown }> {
  const { status, bytes } = await postForBytes(origin, path, token, payload)
  return { status, body: await readWire(bytes) }
}

/** As `postTo`, the answer as it arrived. */
export async function postForBytes(
  origin: string,
  path: string,
  token: string,
  payload: Record<string, unknown>,
): Promise<{ status: number; bytes: Uint8Array }> {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(payload),
  })
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) }
}

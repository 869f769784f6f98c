import { readWire } from './wire.ts'

/** Posts JSON to a server over the network. */
export async function postTo(
  origin: string,
  path: string,
  token: string,
  payload: Record<string, unknown>,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(payload),
  })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, body: await readWire(bytes) }
}

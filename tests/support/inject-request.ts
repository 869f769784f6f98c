import { Readable } from 'node:stream'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

/** A request of the client's code carried to a server of this process, without a port. */
export async function injectRequest(
  app: FastifyInstance,
  url: string,
  init: RequestInit,
): Promise<Response> {
  const body = init.body instanceof ArrayBuffer ? Buffer.from(init.body) : init.body
  const isStanding = url === '/v1/listen'
  const response = await app.inject({
    method: methodOf(init.method),
    url,
    headers: Object.fromEntries(new Headers(init.headers)),
    payloadAsStream: isStanding,
    ...(body !== undefined && body !== null && { payload: body as string | Buffer }),
  })
  const content = isStanding ? standing(response, init.signal) : new Uint8Array(response.rawPayload)
  return new Response(content, {
    status: response.statusCode,
    headers: Object.entries(response.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]),
  })
}

/** An answer as it comes, which the caller may leave. */
function standing(
  { raw, stream }: LightMyRequestResponse,
  signal: AbortSignal | null | undefined,
): ReadableStream<Uint8Array> {
  const body = stream()
  const leave = () => {
    raw.res.destroy()
    body.destroy(new DOMException('The caller left', 'AbortError'))
  }
  if (signal?.aborted) leave()
  signal?.addEventListener('abort', leave)
  return Readable.toWeb(body) as ReadableStream<Uint8Array>
}

function methodOf(method = 'GET') {
  const known = (['PUT', 'POST', 'PATCH', 'HEAD', 'DELETE'] as const).find((one) => one === method)
  return known ?? 'GET'
}

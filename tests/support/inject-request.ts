import type { FastifyInstance } from 'fastify'

/** A request of the client's code carried to a server of this process, without a port. */
export async function injectRequest(
  app: FastifyInstance,
  url: string,
  init: RequestInit,
): Promise<Response> {
  const body = init.body instanceof ArrayBuffer ? Buffer.from(init.body) : init.body
  const response = await app.inject({
    method: methodOf(init.method),
    url,
    headers: Object.fromEntries(new Headers(init.headers)),
    ...(body !== undefined && body !== null && { payload: body as string | Buffer }),
  })
  return new Response(new Uint8Array(response.rawPayload), {
    status: response.statusCode,
    headers: Object.entries(response.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]),
  })
}

function methodOf(method = 'GET') {
  const known = (['PUT', 'POST', 'PATCH', 'HEAD', 'DELETE'] as const).find((one) => one === method)
  return known ?? 'GET'
}

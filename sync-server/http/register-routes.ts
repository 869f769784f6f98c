import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { enrolledCaller, posterCaller } from '../access/authenticate.ts'
import { hashBearer, readBearer } from '../access/bearer.ts'
import { Refusal } from './refusal.ts'
import type { Call, Context, Route } from './route.ts'

/** Mounts each route behind the identity it declares. */
export function registerRoutes(app: FastifyInstance, routes: readonly Route[], context: Context) {
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.url,
      ...(route.rawBytes !== undefined && { bodyLimit: route.rawBytes }),
      ...(route.isStanding && { compress: false as const }),
      config: { rateLimit: { max: route.perMinute, timeWindow: '1 minute', keyGenerator: keyOf } },
      handler: async (request, reply) => {
        reply.header('cache-control', 'no-store')
        return answer(route, callOf(request, reply), context)
      },
    })
  }
}

async function answer(route: Route, call: Call, context: Context): Promise<unknown> {
  switch (route.who) {
    case 'anyone':
      return route.handle(call, context)
    case 'device': {
      const caller = await deviceOf(call, context, route.mayBeRevoked)
      if (route.roles && !route.roles.includes(caller.holder.role)) {
        throw new Refusal({ kind: 'forbidden' })
      }
      return route.handle({ ...call, caller }, context)
    }
    case 'poster':
      return route.handle({ ...call, caller: await posterOf(call, context) }, context)
    case 'depositor': {
      // A poster's token has two dots, a device's bearer has none.
      const caller = call.bearer?.includes('.')
        ? await posterOf(call, context)
        : await deviceOf(call, context)
      return route.handle({ ...call, caller }, context)
    }
  }
}

async function deviceOf({ bearer }: Call, { store, now }: Context, mayBeRevoked = false) {
  const caller = await store.read((session) =>
    enrolledCaller(session, bearer, now(), { mayBeRevoked }),
  )
  if (!caller.ok) throw new Refusal(caller.error)
  return caller.value
}

async function posterOf({ bearer }: Call, { store }: Context) {
  const caller = await store.read((session) => posterCaller(session, bearer))
  if (!caller.ok) throw new Refusal(caller.error)
  return caller.value
}

function callOf(request: FastifyRequest, reply: FastifyReply): Call {
  return {
    body: request.body,
    params: readParams(request.params),
    address: request.ip,
    bearer: readBearer(request.headers.authorization),
    request: request.raw,
    reply,
  }
}

function readParams(params: unknown): Readonly<Record<string, string>> {
  const found: Record<string, string> = Object.create(null)
  if (params === null || typeof params !== 'object') return found
  for (const [name, value] of Object.entries(params)) {
    if (typeof value === 'string') found[name] = value
  }
  return found
}

/** Devices of one home share an address: each is counted by its own bearer, hashed. */
function keyOf(request: FastifyRequest): string {
  const bearer = readBearer(request.headers.authorization)
  return bearer ? hashBearer(bearer) : request.ip
}

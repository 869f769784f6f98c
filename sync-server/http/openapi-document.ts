import * as z from 'zod/mini'
import { LIMITS } from '#protocol/limits.ts'
import { opShape } from '#protocol/parse-op.ts'
import { requestError } from '#protocol/request-error.ts'
import type { Route } from './route.ts'

type JsonObject = { readonly [name: string]: unknown }

/**
 * The protocol as OpenAPI 3.1, made from the route table and from the shapes that validate: it says
 * what the server does, for there is nothing else to copy from.
 */
export function openApiDocument(routes: readonly Route[], version: string): JsonObject {
  const schemas: Record<string, JsonObject> = {}
  const refTo = (name: string, shape: z.ZodMiniType): JsonObject => {
    schemas[name] ??= jsonSchema(name, shape)
    return { $ref: `#/components/schemas/${name}` }
  }
  // Operations are read one by one, so that a bad one is set aside and the others pass.
  refTo('Operation', opShape)
  const failure = refTo('Failure', z.object({ error: requestError }))
  const paths: Record<string, Record<string, JsonObject>> = {}
  for (const route of routes) {
    const path = route.url.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, refTo, failure) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Escale',
      version,
      summary: 'Operations go up, states come down; docs/sync.md numbers the invariants.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    paths,
    components: {
      schemas,
      securitySchemes: {
        device: { type: 'http', scheme: 'bearer', description: 'An enrolled device of a person.' },
        poster: {
          type: 'http',
          scheme: 'bearer',
          description: 'The secret of a poster on a wall.',
        },
      },
    },
  }
}

function operation(
  route: Route,
  refTo: (name: string, shape: z.ZodMiniType) => JsonObject,
  failure: JsonObject,
): JsonObject {
  const id = operationId(route)
  const name = id.charAt(0).toUpperCase() + id.slice(1)
  const { summary, body, answer, rawBytes, perMinute } = route
  const roles = route.who === 'device' ? route.roles : undefined
  const parameters = [...route.url.matchAll(/:(\w+)/g)].map(([, parameter]) => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  return {
    operationId: id,
    summary,
    security: SECURITY[route.who],
    ...(roles && { 'x-roles': roles }),
    'x-requests-per-minute': perMinute,
    'x-body-bytes': rawBytes ?? LIMITS.bodyBytes,
    ...(parameters.length > 0 && { parameters }),
    ...((body || rawBytes !== undefined) && {
      requestBody: { required: true, content: contentOf(body && refTo(`${name}Request`, body)) },
    }),
    responses: {
      [route.done ?? 200]: {
        description: 'Done, and on disk when it changed anything.',
        ...(answer !== 'headers' && { content: answerOf(name, answer, refTo) }),
      },
      default: { description: 'Refused; nothing was kept.', content: contentOf(failure) },
    },
  }
}

const SECURITY: Record<Route['who'], readonly JsonObject[]> = {
  anyone: [],
  device: [{ device: [] }],
  poster: [{ poster: [] }],
  depositor: [{ device: [] }, { poster: [] }],
}

function answerOf(
  name: string,
  answer: Exclude<Route['answer'], 'headers'>,
  refTo: (name: string, shape: z.ZodMiniType) => JsonObject,
): JsonObject {
  if (answer === 'bytes') return contentOf(undefined)
  if (!('page' in answer)) return contentOf(refTo(`${name}Answer`, answer))
  // Not one JSON text: each frame says its length and digest, then holds one.
  const frames = {
    head: refTo(`${name}Answer`, answer.head),
    page: refTo(`${name}Page`, answer.page),
  }
  return { 'application/octet-stream': { 'x-frames': frames } }
}

function contentOf(schema: JsonObject | undefined): JsonObject {
  return schema ? { 'application/json': { schema } } : { 'application/octet-stream': {} }
}

/** `postIntake`, `getIntakePlace`, `putBlobs`: the method and the fixed parts of the address. */
function operationId({ method, url }: Route): string {
  const parts = url
    .split('/')
    .filter((part) => part !== '' && part !== 'v1' && !part.startsWith(':'))
  return [
    method.toLowerCase(),
    ...parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)),
  ].join('')
}

/**
 * A shape as it is accepted: unknown fields pass where the shape lets them. What it defines for itself
 * is found from the root of the document.
 */
function jsonSchema(name: string, shape: z.ZodMiniType): JsonObject {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io: 'input' })
  const text = JSON.stringify(schema).replaceAll(
    '"#/$defs/',
    `"#/components/schemas/${name}/$defs/`,
  )
  return JSON.parse(text) as JsonObject
}

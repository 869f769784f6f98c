/* Requests of the access screens: first run, invitations, posters. They need the network and say so. */
import type * as z from 'zod/mini'
import { fail, ok, type Result } from '#domain/shared/result.ts'
import {
  assignedSites,
  type InvitationRequest,
  type InvitationResponse,
  invitationResponse,
  type Poster,
  postersResponse,
  revokedDevice,
  type ServerStatus,
  type SetupRequest,
  type SetupResponse,
  serverStatus,
  setupResponse,
} from '#protocol/access.ts'
import { browserEnv, type Env } from './env.ts'
import { readCredential } from './profiles.ts'
import { type RequestFailure, requestServer, type ServerRequest } from './request-server.ts'
import type { Profile } from './workspace.ts'

type Outcome<T> = Promise<Result<T, RequestFailure>>

/** What a page must know before anyone is enrolled. */
export function fetchServerStatus(env: Env = browserEnv()): Outcome<ServerStatus> {
  return requestServer(env, { method: 'GET', path: '/v1/status', answer: serverStatus })
}

/** Answers the first-run assistant of an empty server, once. */
export function setUpServer(
  request: SetupRequest,
  env: Env = browserEnv(),
): Outcome<SetupResponse> {
  return requestServer(env, {
    method: 'POST',
    path: '/v1/setup',
    json: request,
    answer: setupResponse,
  })
}

/** Makes a single-use code for a person; the server checks that `profile` may. */
export function invite(
  profile: Profile,
  request: InvitationRequest,
  env: Env = browserEnv(),
): Outcome<InvitationResponse> {
  return asDevice(profile, env, {
    method: 'POST',
    path: '/v1/invitations',
    json: request,
    answer: invitationResponse,
  })
}

/** Gives a person the homes they look after from now on. */
export function assignSites(
  profile: Profile,
  { person, sites }: { readonly person: string; readonly sites: readonly string[] },
  env: Env = browserEnv(),
): Outcome<z.infer<typeof assignedSites>> {
  return asDevice(profile, env, {
    method: 'POST',
    path: `/v1/people/${encodeURIComponent(person)}/sites`,
    json: { sites },
    answer: assignedSites,
  })
}

/** Takes its rights from a device. */
export function revokeDevice(
  profile: Profile,
  device: string,
  env: Env = browserEnv(),
): Outcome<z.infer<typeof revokedDevice>> {
  return asDevice(profile, env, {
    method: 'POST',
    path: `/v1/devices/${encodeURIComponent(device)}/revoke`,
    answer: revokedDevice,
  })
}

/** The posters a person may print, as the server has them now. */
export async function fetchPosters(
  profile: Profile,
  env: Env = browserEnv(),
): Outcome<readonly Poster[]> {
  const answered = await asDevice(profile, env, {
    method: 'GET',
    path: '/v1/posters',
    answer: postersResponse,
  })
  return answered.ok ? ok(answered.value.posters) : answered
}

async function asDevice<S extends z.ZodMiniType>(
  { device }: Profile,
  env: Env,
  request: ServerRequest<S>,
): Outcome<z.infer<S>> {
  const token = await readCredential(device, env)
  return token ? requestServer(env, { ...request, token }) : fail({ kind: 'unknown-device' })
}

import { fail, ok, type Result } from '#domain/shared/result.ts'
import { enrolResponse } from '#protocol/access.ts'
import { browserEnv, type Env } from './env.ts'
import { createGateway } from './gateway.ts'
import { readProfile, saveProfile } from './profiles.ts'
import { type RequestFailure, requestServer } from './request-server.ts'
import { plainSealer } from './sealer.ts'
import { FIRST_SYNC } from './stored-shapes.ts'
import type { Profile } from './workspace.ts'

/**
 * Exchanges a single-use code for a device of one's own and makes it the current profile. The code
 * travels in the body. Nothing is kept when the server refuses.
 */
export async function enrol(
  code: string,
  label: string,
  env: Env = browserEnv(),
): Promise<Result<Profile, RequestFailure>> {
  const answered = await requestServer(env, {
    method: 'POST',
    path: '/v1/enrol',
    json: { code, label },
    answer: enrolResponse,
  })
  if (!answered.ok) return fail(answered.error)
  const { token, epoch, unsent, ...known } = answered.value
  const profile = readProfile({ ...known, deviceLabel: label })
  // The credential first: a crash in between leaves a device nobody lists, not a profile without key.
  await keepCredential(profile, { token, epoch, unsent }, env)
  await saveProfile(profile)
  return ok(profile)
}

/** Keeps the secret given at enrolment in the profile's own database. */
export async function keepCredential(
  { device }: Profile,
  { token, epoch, unsent = 0 }: { token: string; epoch: string; unsent?: number | undefined },
  env: Pick<Env, 'now' | 'sleep'>,
): Promise<void> {
  const gateway = createGateway(device, env.sleep)
  const notes = unsent > 0 ? [{ kind: 'elsewhere', at: env.now(), count: unsent }] : []
  const sync = { ...FIRST_SYNC, epoch, notes }
  const rows = [
    { key: 'credential', rev: 1, sealed: await plainSealer.seal({ token }, 'meta/credential') },
    { key: 'sync', rev: 1, sealed: await plainSealer.seal(sync, 'meta/sync') },
  ]
  try {
    await gateway.withDb((db) => db.meta.bulkPut(rows))
  } finally {
    gateway.close()
  }
}

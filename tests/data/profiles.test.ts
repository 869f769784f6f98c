import { expect, it } from 'vitest'
import { invite } from '#data/access.ts'
import { enrol } from '#data/enrol.ts'
import type { Env } from '#data/env.ts'
import { openWorkspace } from '#data/open-workspace.ts'
import { currentProfile, listProfiles, readCredential, switchProfile } from '#data/profiles.ts'
import { createFakeClock } from '#tests/support/fake-clock.ts'
import { testEnv } from '#tests/support/workspace.ts'

interface Asked {
  readonly path: string
  readonly init: RequestInit
}

function envAnswering(answers: readonly Response[]): { env: Env; asked: Asked[] } {
  const asked: Asked[] = []
  const left = [...answers]
  const fetch: Env['fetch'] = async (path, init) => {
    asked.push({ path, init })
    const answer = left.shift()
    if (!answer) throw new TypeError('Failed to fetch')
    return answer
  }
  return { env: testEnv({ fetch }, createFakeClock()), asked }
}

function enrolled(device: string, name: string): Response {
  return Response.json({
    device,
    token: `secret-${device}`,
    person: { id: `person-${device}`, name, role: 'officer' },
    dispositif: { id: 'd1', name: 'Escale', timeZone: 'America/Guadeloupe' },
    sites: ['s1'],
    posters: [],
    epoch: 'e1',
  })
}

it('a code makes a profile of its own, several of them on one browser', async () => {
  expect(await currentProfile()).toBeUndefined()
  const { env, asked } = envAnswering([enrolled('d-a', 'Camille'), enrolled('d-b', 'Louise')])
  const first = await enrol('ABCDE12345', 'Tablette', env)
  expect(first).toMatchObject({ ok: true, value: { device: 'd-a', deviceLabel: 'Tablette' } })
  await enrol('FGHJK12345', 'Poste', env)
  expect((await listProfiles()).map(({ person }) => person.name)).toEqual(['Camille', 'Louise'])
  expect((await currentProfile())?.device).toBe('d-b')
  if (!first.ok) return
  await switchProfile(first.value.device)
  expect((await currentProfile())?.person.name).toBe('Camille')
  expect(await readCredential(first.value.device, env)).toBe('secret-d-a')
  expect(asked.map(({ path }) => path)).toEqual(['/v1/enrol', '/v1/enrol'])
  expect(asked[0]?.init.body).toContain('ABCDE12345')

  const workspace = await openWorkspace(first.value, env)
  expect(workspace.sync.status()).toMatchObject({ allSent: false, complete: false, holes: [] })
  workspace.close()
})

it('a code refused leaves nothing behind and names the reason', async () => {
  const before = (await listProfiles()).length
  const refused = Response.json({ error: { kind: 'code-refused' } }, { status: 403 })
  const { env } = envAnswering([refused])
  expect(await enrol('XXXXX00000', 'Tablette', env)).toMatchObject({
    ok: false,
    error: { kind: 'code-refused' },
  })
  expect(await enrol('XXXXX00000', 'Tablette', env)).toMatchObject({ error: { kind: 'offline' } })
  expect(await listProfiles()).toHaveLength(before)
})

it('a request of a profile carries its credential in a header, never in the address', async () => {
  const [profile] = await listProfiles()
  if (!profile) throw new Error('enrolled above')
  const answer = Response.json({ person: 'p9', code: 'ABCDE12345', expiresAt: 1 })
  const { env, asked } = envAnswering([answer])
  await invite(profile, { person: { id: 'p9' } }, env)
  expect(asked[0]?.path).toBe('/v1/invitations')
  expect(new Headers(asked[0]?.init.headers).get('authorization')).toBe('Bearer secret-d-a')
})

import { expect, it } from 'vitest'
import { openWorkspace } from '#data/open-workspace.ts'
import { joinServer } from '#tests/support/real-device.ts'
import { createTestServer, HOME_1, PEOPLE } from '#tests/support/test-server.ts'

it('an answer that comes after another tab was answered is not read as an older server', async () => {
  const server = await createTestServer()
  const { workspace, profile, env } = await joinServer(server, PEOPLE.officer)
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  // A tab without Web Locks, on a slow link: its answer waits while the other tab is answered.
  const slow = await openWorkspace(profile, {
    ...env,
    locks: undefined,
    fetch: async (path, init) => {
      const answer = await env.fetch(path, init)
      await held
      return answer
    },
  })
  const slowRound = slow.sync.now()
  const { id } = await workspace.writer.create('audit', HOME_1, { note: 'écrit à côté' })
  await workspace.sync.now()
  await expect.poll(() => slow.replica.get(id)?.unsent).toBe(false)
  letGo()
  await slowRound

  for (const tab of [slow, workspace]) {
    await tab.sync.now()
    expect(tab.sync.status()).toMatchObject({ allSent: true, notes: [] })
    tab.close()
  }
  const logged = await server.store.read((session) => session.log.after(0, 10_000))
  expect(logged.filter(({ rec }) => rec === id)).toHaveLength(1)
  await server.close()
})

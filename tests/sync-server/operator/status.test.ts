// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ServerState } from '#sync-server/operator/server-state.ts'
import { statusWords } from '#sync-server/operator/status-words.ts'
import { type OperatorWorld, openOperatorWorld } from '#tests/support/operator-world.ts'
import { HOME_2 } from '#tests/support/test-server.ts'

let world: OperatorWorld
beforeEach(async () => {
  world = await openOperatorWorld()
})
afterEach(() => world.close())

async function stateOf(): Promise<ServerState> {
  const { out } = await world.run(world.server.folder, 'status', '--json')
  return JSON.parse(out.join('\n')) as ServerState
}

test('the state is that of the running server', async () => {
  const { server, officer, lead } = world
  const state = await stateOf()
  expect(state).toMatchObject({
    version: '0.0.0-test',
    driver: server.store.driver,
    epoch: officer.enrolled.epoch,
    dispositifs: 1,
    sites: 2,
    quarantined: 0,
    photos: { expected: 1, present: 1 },
    lastBackup: null,
    isFull: false,
  })
  expect(state.devices.map(({ id }) => id).sort()).toEqual([officer.id, lead.id].sort())
  expect(state.freeBytes).toBeGreaterThan(0)
  expect(state.dataBytes).toBeGreaterThan(0)
})

test('what a device declared and did not send is counted, and what was set aside too', async () => {
  const { officer, lead } = world
  await officer.sync({ declared: 5 })
  await lead.sync({ ops: [await lead.write({ site: HOME_2 })] })
  const state = await stateOf()
  expect(state.devices.find(({ id }) => id === officer.id)).toMatchObject({ waiting: 2, lost: [] })
  expect(state.quarantined).toBe(1)
})

test('a clock three hours ahead is flagged in the log and told of its device, until it is put right', async () => {
  const { server, officer } = world
  const words = async () => (await world.run(server.folder, 'status')).out.join('\n')
  const skewLogged = async (n: number) => {
    const [entry] = await server.store.read(({ log }) => log.ofDevice(officer.id, n, n))
    return entry?.clockSkewMs
  }
  const ahead = await officer.write({ at: server.clock.now + 3 * 3_600_000 })
  await officer.sync({ ops: [ahead] })
  expect(await skewLogged(officer.declared())).toBe(3 * 3_600_000)
  expect(await words()).toMatch(/ATTENTION\s: horloge en avance de 3\sheures/)
  await officer.sync({ ops: [await officer.write()] })
  expect(await skewLogged(officer.declared())).toBeUndefined()
  expect(await words()).not.toMatch(/horloge/)
})

test('a backup is told with its age, and one of the day before yesterday calls for a hand', async () => {
  const words = async () => (await world.run(world.server.folder, 'status')).out.join('\n')
  expect(await words()).toMatch(/ATTENTION\s: aucune sauvegarde/)
  await world.backUp()
  world.server.clock.now += 2 * 3_600_000
  expect(await words()).toMatch(/^Dernière sauvegarde\s: il y a 2\sheures/m)
  world.server.clock.now += 2 * 86_400_000
  expect(await words()).toMatch(/ATTENTION\s: dernière sauvegarde\s: il y a 2\sjours/)
})

test('a full disk and numbers lost by a device call for a hand', async () => {
  const state = await stateOf()
  const words = statusWords({
    ...state,
    freeBytes: 120_000_000,
    isFull: true,
    devices: state.devices.map((device) => ({ ...device, lost: [4, 7] })),
  })
  expect(words).toMatch(/ATTENTION\s: disque\s: 120\sMo libres, plus rien n’est accepté/)
  expect(words).toMatch(/ATTENTION\s: n°\s4, 7 perdus par l’appareil/)
})

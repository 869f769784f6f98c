import { keepCredential } from '#data/enrol.ts'
import type { Env } from '#data/env.ts'
import { openWorkspace } from '#data/open-workspace.ts'
import type { Profile, Workspace } from '#data/workspace.ts'
import { deviceId, dispositifId, type PersonId, personId, siteId } from '#domain/shared/ids.ts'
import type { Fields } from '#domain/shared/json.ts'
import type { EnrolResponse } from '#protocol/access.ts'
import type { Dice } from '#sync-server/demo/dice.ts'
import { enrolDirectly } from '#tests/support/enrol-directly.ts'
import { createFakeClock, type FakeClock } from '#tests/support/fake-clock.ts'
import { readWire, type WholeAnswer } from '#tests/support/wire.ts'
import { testEnv } from '#tests/support/workspace.ts'
import { Broken } from '../fault.ts'
import type { FaultServer } from './fault-server.ts'
import { createFlakyNetwork, type FlakyNetwork } from './flaky-network.ts'

/** A save that the device said was done, told apart by a word that nothing else holds. */
export interface Mark {
  readonly word: string
  readonly record: string
}

/** The client's real code, on an IndexedDB in memory, behind a network that obeys the case. */
export interface WorldDevice {
  readonly name: string
  readonly profile: Profile
  readonly token: string
  readonly env: Env
  readonly clock: FakeClock
  readonly network: FlakyNetwork
  readonly tabs: Workspace[]
  readonly marks: readonly Mark[]
  /** Words of saves that were refused: they must be nowhere. */
  readonly refused: readonly string[]
  /** Bodies of the answers that reached it. */
  readonly heard: readonly string[]
  /** Runs a save whose fields carry a fresh word; keeps the mark once the device said « saved ». */
  save(
    write: (fields: Fields) => Promise<{ id?: string } | unknown>,
    record?: string,
  ): Promise<void>
  /** An operation without a word: it counts among the numbers given. */
  countDelete(): void
  /** Operations that the device said were kept. */
  given(): number
  /** From its next round on, what others write comes by itself, or no longer. */
  lookAt(isSeen: boolean): void
  openTab(): Promise<Workspace>
  closeTab(tab: Workspace): void
  /** Throws what was seen against I6 since the last call. */
  expectHonest(): void
}

export async function createDevice(
  server: FaultServer,
  person: PersonId,
  name: string,
  dice: Dice,
): Promise<WorldDevice> {
  const clock = createFakeClock(server.now().clock.now)
  const heard: string[] = []
  let lastSaid = 0
  const said = (last: number) => {
    lastSaid = last
  }
  const network = createFlakyNetwork(server.fetch, dice)
  const env: Env = {
    ...testEnv(
      {
        fetch: (url, init) =>
          url === '/v1/listen'
            ? hearLine(network.fetch(url, init), heard)
            : hear(network.fetch(url, init), heard, said),
      },
      clock,
    ),
    isOnScreen: () => isLookedAt,
    randomUUID: () => dice.id(),
    random: () => dice.roll(),
  }
  const { token, epoch, ...known } = await enrolDirectly(server.now(), person, name)
  const profile = profileOf(known, name)
  await keepCredential(profile, { token, epoch }, env)
  const marks: Mark[] = []
  const refused: string[] = []
  const tabs: Workspace[] = []
  const lies: string[] = []
  let words = 0
  let given = 0
  let isLookedAt = false

  function listen(tab: Workspace): void {
    tab.sync.subscribe(() => {
      // Of two tabs, the one that did not write learns of it a moment later.
      const isTold = tabs.length < 2 && tab.sync.status().allSent
      // A server put back holds less before this device can have heard of it.
      const held = Math.max(server.heldFrom(token), lastSaid)
      if (isTold && held < given) {
        lies.push(`${name} says all is sent with ${held} held of ${given} saved`)
      }
    })
  }

  return {
    name,
    profile,
    token,
    env,
    clock,
    network,
    tabs,
    marks,
    refused,
    heard,
    async save(write, record) {
      const word = `${name}-${++words}-`
      const made = await write({ [`m.${name}.${words}`]: word }).catch((error: unknown) => {
        refused.push(word)
        throw error
      })
      given++
      marks.push({ word, record: record ?? idOf(made) })
    },
    countDelete: () => {
      given++
    },
    given: () => given,
    lookAt(isSeen) {
      isLookedAt = isSeen
    },
    async openTab() {
      const tab = await openWorkspace(profile, env)
      listen(tab)
      tabs.push(tab)
      return tab
    },
    closeTab(tab) {
      tab.close()
      tabs.splice(tabs.indexOf(tab), 1)
    },
    expectHonest() {
      const [lie] = lies.splice(0)
      if (lie) throw new Broken('I6', lie)
    },
  }
}

/** Keeps the body of an answer, and hands over the number that a whole one says is held. */
async function hear(
  answer: Promise<Response>,
  heard: string[],
  said: (last: number) => void,
): Promise<Response> {
  const response = await answer
  const bytes = new Uint8Array(await response.clone().arrayBuffer())
  heard.push(new TextDecoder().decode(bytes))
  const whole = await readWire(bytes).catch(() => undefined) // cut, or spoiled: nobody believes it
  const last = (whole as Partial<WholeAnswer> | undefined)?.push?.last
  if (last !== undefined) said(last)
  return response
}

/** Keeps what comes on a line, as it comes. */
async function hearLine(answer: Promise<Response>, heard: string[]): Promise<Response> {
  const response = await answer
  if (!response.body) return response
  const passing = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      heard.push(new TextDecoder().decode(chunk))
      controller.enqueue(chunk)
    },
  })
  return new Response(response.body.pipeThrough(passing), response)
}

function idOf(made: unknown): string {
  return typeof made === 'object' && made !== null && 'id' in made ? String(made.id) : ''
}

function profileOf(
  { device, person, dispositif, sites }: Omit<EnrolResponse, 'token' | 'epoch'>,
  deviceLabel: string,
): Profile {
  return {
    device: deviceId(device),
    deviceLabel,
    person: { ...person, id: personId(person.id) },
    dispositif: { ...dispositif, id: dispositifId(dispositif.id) },
    sites: sites.map(siteId),
    posters: [],
  }
}

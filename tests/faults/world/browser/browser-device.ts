import type { Profile } from '#data/workspace.ts'
import { deviceId, dispositifId, personId, siteId } from '#domain/shared/ids.ts'
import { enrolDirectly } from '#tests/support/enrol-directly.ts'
import { PEOPLE, type TestServer } from '#tests/support/test-server.ts'
import { Broken, must } from '../../fault.ts'
import { readTruth } from '../../invariants.ts'
import type { TabSettings } from './tab-page.ts'

/** A device enrolled on the server, for the first tab of a browser to take. */
export async function enrolTab(server: TestServer): Promise<Required<TabSettings>> {
  const { token, epoch, ...known } = await enrolDirectly(server, PEOPLE.officer)
  const profile: Profile = {
    device: deviceId(known.device),
    deviceLabel: 'Navigateur',
    person: { ...known.person, id: personId(known.person.id) },
    dispositif: { ...known.dispositif, id: dispositifId(known.dispositif.id) },
    sites: known.sites.map(siteId),
    posters: [],
  }
  return { profile, credential: { token, epoch } }
}

/** I1 for words saved in a browser: each on the server once, and the numbers of the device without a hole. */
export async function checkWordsOnce(
  server: TestServer,
  device: string,
  words: readonly string[],
): Promise<void> {
  const { entries } = await readTruth(server)
  const mine = entries.filter((entry) => entry.device === device)
  for (const word of words) {
    const held = mine.filter(({ body }) => body.includes(`"${word}"`)).length
    if (held !== 1) throw new Broken('I1', `${word} is ${held} times on the server`)
  }
  const numbers = mine.map(({ n }) => n).sort((a, b) => a - b)
  const isWhole = numbers.every((n, index) => n === index + 1)
  if (!isWhole) throw new Broken('I1', `${device} has the numbers ${numbers.join()}`)
  must(server.faults.length === 0, `The server reported ${String(server.faults[0])}`)
}

import type { NewPerson } from '../setup/create-dispositif.ts'
import { foundDispositif } from '../setup/create-dispositif.ts'
import type { Store } from '../store/store.ts'
import { authorBatch } from '../sync/author-batch.ts'
import { demoActions } from './demo-actions.ts'
import { demoAudits } from './demo-audits.ts'
import { demoEvents } from './demo-events.ts'
import { demoGrid } from './demo-grid.ts'
import { DEMO_DISPOSITIF, DEMO_HOMES, DEMO_NAME, DEMO_PEOPLE, OFFICER } from './demo-homes.ts'
import { demoIndicators } from './demo-indicators.ts'
import { demoRounds, demoTracers } from './demo-rounds.ts'
import { demoSelfEvaluations } from './demo-self-evaluation.ts'
import { createDemoTime, DEMO_TIME_ZONE } from './demo-time.ts'
import { demoTreatments } from './demo-treatments.ts'
import { demoVisits } from './demo-visits.ts'
import { createDice } from './dice.ts'

/** The dispositif began two years before its last twelve months: the third year is the one told. */
const DAYS_SINCE_START = 811
const DAYS_TOLD = 366

/**
 * Fills an empty store with the demonstration: four fictional homes and twelve months ending at
 * `now` (epoch ms). The same instant gives the same records on every machine. All of it is one
 * transaction, its mark as a demonstration included, so that a start interrupted half-way leaves an
 * empty store and not half a story.
 * Gives the people, one of each role first, for their invitations.
 */
export async function seedDemo(
  store: Store,
  { now }: { readonly now: number },
): Promise<{ people: readonly NewPerson[] }> {
  const time = createDemoTime(now)
  const begunAt = time.instant(time.daysAgo(DAYS_TOLD), 8)
  const writes = tellTwelveMonths(now)
  await store.write(async (session) => {
    // Of several servers that start on one database, one tells the story.
    if ((await session.directory.holdDispositifs()).length > 0) return
    await foundDispositif(session, {
      id: DEMO_DISPOSITIF,
      name: DEMO_NAME,
      timeZone: DEMO_TIME_ZONE,
      startedOn: time.daysAgo(DAYS_SINCE_START),
      sites: DEMO_HOMES,
      people: DEMO_PEOPLE,
      at: begunAt,
    })
    await authorBatch(session, { dispositif: DEMO_DISPOSITIF, person: OFFICER }, writes)
    await session.meta.markDemo()
  })
  return { people: DEMO_PEOPLE }
}

/** Everything written in twelve months, in the order it was: stamps must tell the true history. */
function tellTwelveMonths(now: number) {
  const time = createDemoTime(now)
  // One set of dice each, so that a change in one part leaves the others as they were.
  const audits = demoAudits(createDice(1), time)
  const rounds = demoRounds(createDice(2), time)
  const { writes: declared, events } = demoEvents(createDice(4), time)
  return [
    ...audits.writes,
    ...rounds.writes,
    ...demoTracers(createDice(3), time),
    ...declared,
    ...demoActions([...audits.gaps, ...rounds.gaps], events, createDice(5), time),
    ...demoIndicators(events, createDice(6), time),
    ...demoVisits(createDice(7), time),
    ...demoSelfEvaluations(createDice(8), time),
    ...demoTreatments(events, createDice(9), time),
    ...demoGrid(createDice(10), time),
  ].toSorted((a, b) => a.at - b.at)
}

import { differencesWithLog } from '../../sync/replay.ts'
import { type Check, countOf } from './check.ts'

/** Invariant I4: each record is what a replay of the log gives, and nothing is only on one side. */
export const replayedRecords: Check = {
  title: 'les fiches',
  async run({ session, progress }) {
    const different = await differencesWithLog(session, (read) =>
      progress(countOf(read, 'opération rejouée', 'opérations rejouées')),
    )
    const { records } = await session.inventory.counts()
    return {
      checked: countOf(
        records,
        'fiche, comparée au rejeu du journal',
        'fiches, comparées au rejeu du journal',
      ),
      faults: different.map((id) => `la fiche ${id} n’est pas ce que le journal raconte`),
    }
  },
}

import type { Form } from '#domain/form/form.ts'
import { gridFields } from '#domain/grid/grid.ts'
import { versionFields } from '#domain/grid/grid-version.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import type { Json } from '#domain/shared/json.ts'
import type { AuthoredWrite } from '../sync/authored-write.ts'
import { ACOMATS, DEMO_DISPOSITIF, MORNE_DORE, OFFICER } from './demo-homes.ts'
import { type DemoTime, workingDay } from './demo-time.ts'
import type { Dice } from './dice.ts'

const CRITERIA = [
  ['A1', 'La douleur est évaluée à l’entrée', 'Pain is assessed on admission'],
  ['A2', 'L’échelle employée est notée', 'The scale used is noted'],
  ['A3', 'L’effet du traitement est réévalué', 'The effect of the treatment is assessed again'],
] as const

const ROUNDS: readonly { site: SiteId; daysAgo: number; round: number; met: readonly number[] }[] =
  [
    { site: ACOMATS, daysAgo: 236, round: 1, met: [4, 9, 6] },
    { site: MORNE_DORE, daysAgo: 234, round: 1, met: [8, 10, 7] },
    { site: ACOMATS, daysAgo: 53, round: 2, met: [12, 11, 9] },
    { site: MORNE_DORE, daysAgo: 51, round: 2, met: [11, 12, 8] },
  ]
const FILES = 12
const WRITTEN_DAYS_AGO = 241

/** A grid the officer wrote, published once, and read in two rounds at two homes. */
export function demoGrid(dice: Dice, time: DemoTime): readonly AuthoredWrite[] {
  const grid = dice.id()
  const edition = dice.id()
  const writtenOn = workingDay(time.daysAgo(WRITTEN_DAYS_AGO))
  const form = painGrid(grid)
  const own = { scope: DEMO_DISPOSITIF, person: OFFICER }
  const written: AuthoredWrite[] = [
    { ...own, id: grid, type: 'grid', at: time.instant(writtenOn, 10), fields: gridFields(form) },
    {
      ...own,
      id: edition,
      type: 'grid-version',
      at: time.instant(writtenOn, 10.5),
      fields: versionFields(form, {
        version: 1,
        publishedOn: writtenOn,
        author: OFFICER,
        note: '',
      }),
    },
  ]
  const rounds = ROUNDS.flatMap(({ site, daysAgo, round, met }): AuthoredWrite[] => {
    const heldOn = workingDay(time.daysAgo(daysAgo))
    const begun: AuthoredWrite = {
      id: dice.id(),
      type: 'epp',
      scope: site,
      person: OFFICER,
      at: time.instant(heldOn, 9),
      fields: {
        form: grid,
        formVersion: 1,
        edition,
        round,
        heldOn,
        files: FILES,
        status: 'draft',
        author: OFFICER,
        withWhom: 'IDE coordinatrice, deux soignants',
      },
    }
    const answers = CRITERIA.flatMap(([id], at) =>
      Array.from({ length: FILES }, (_, file): [string, Json] => [
        `answers.${file + 1}.${id}`,
        file < (met[at] ?? 0) ? 'yes' : 'no',
      ]),
    )
    return [
      begun,
      { ...begun, at: time.instant(heldOn, 10.75), fields: Object.fromEntries(answers) },
      { ...begun, at: time.instant(heldOn, 11), fields: { status: 'closed', closedOn: heldOn } },
    ]
  })
  return [...written, ...rounds]
}

function painGrid(id: string): Form {
  return {
    id,
    version: 0,
    kind: 'epp',
    code: 'DOUL-1',
    title: { fr: 'Traçabilité de la douleur', en: 'Traceability of pain' },
    unit: 'file',
    source: {
      fr: 'Écrite pour le dispositif fictif de la démonstration, à vérifier.',
      en: 'Written for the fictional dispositif of the demonstration, to verify.',
    },
    target: 0.8,
    sections: [
      {
        id: 'A',
        title: { fr: 'Dossier de la personne', en: 'File of the person' },
        questions: CRITERIA.map(([criterion, fr, en]) => ({
          id: criterion,
          type: 'criterion' as const,
          scale: 'yes-no-na' as const,
          label: { fr, en },
        })),
      },
    ],
  }
}

import { type Action, isOpen } from '#domain/action-plan/action.ts'
import type { Filling } from '#domain/filling/filling.ts'
import type { Answers, Form } from '#domain/form/form.ts'
import { saysAName } from '#domain/results/says-a-name.ts'
import { type TeamPoint, teamPoints } from '#domain/results/team-points.ts'
import { addDays, type Day } from '#domain/shared/day.ts'
import { type Language, textIn } from '#domain/shared/text.ts'
import type { Site } from '#domain/site/site.ts'
import { capitalised, dayInWords, monthInWords, siteTitle, typed } from './report-format.ts'
import { type ReportTexts, reportTexts } from './report-texts.ts'
import { roundInWords } from './round-in-words.ts'
import type { WallPage } from './wall-page.ts'

export interface TeamPageInput {
  readonly site: Site
  readonly form: Form
  readonly filling: Filling
  /** The answers of an audit, or those of each file of a round. */
  readonly answered: readonly Answers[]
  /** Actions of the home; those of this filling are picked. */
  readonly actions: readonly Action[]
  /** Names that must not reach the wall. */
  readonly people: readonly string[]
  readonly today: Day
  readonly language: Language
}

const SHOWN_ACTIONS = 5
/** Six to twelve months between two rounds: use of the field, to verify (R-RES-2). */
const SOONEST_DAYS = 182
const LATEST_DAYS = 365

/** What the team reads the same day, in words: what is good, what to do, by whom, by when. No name. */
export function teamPage(input: TeamPageInput): WallPage {
  const { form, filling, language, today } = input
  const t = reportTexts(language)
  const { met, n, strong, weak } = teamPoints(form, input.answered)
  const heldOn = filling.heldOn ?? today
  const pointsOr = (points: readonly TeamPoint[], none: string) =>
    points.length > 0 ? points.map((point) => pointInWords(point, t, language)) : [none]
  return {
    title: textIn(form.title, language),
    place: [siteTitle(input.site, language), premisesOf(input)].filter(Boolean).join(', '),
    period: `${capitalised(roundInWords(filling.round, t))}, ${dayInWords(heldOn, language)}`,
    thanks: n > 0 ? t('teamWhole', { met, n }) : t('teamNothing'),
    parts: [
      { title: t('teamGood'), lines: pointsOr(strong, t('noStrong')) },
      { title: t('weak'), lines: pointsOr(weak, t('noWeak')) },
      { title: t('teamActions'), lines: actionsInWords(input, t) },
    ],
    next: t('teamNext', {
      from: monthInWords(addDays(heldOn, SOONEST_DAYS), language),
      to: monthInWords(addDays(heldOn, LATEST_DAYS), language),
    }),
    note: t('teamNote'),
  }
}

/**
 * The page with what prints it and what its file is named after: grid, home, day. What draws a sheet is
 * fetched when it is asked.
 */
export function printableTeamPage(input: TeamPageInput) {
  const { form, site, today, language } = input
  const page = teamPage(input)
  return {
    page,
    nameParts: [form.code, site.name, today],
    async make(): Promise<Blob> {
      const { wallPage } = await import('./wall-page.ts')
      return wallPage({ ...page, today, language })
    },
  }
}

/** The premises looked at; of an audit of a person the wall says nothing. */
function premisesOf({ form, filling, people, language }: TeamPageInput): string {
  const words = typed(filling.subject, language)
  return form.unit === 'premises' && !saysAName(words, people) ? words : ''
}

/** A count for a criterion read in several files; the criterion alone for one answer. */
function pointInWords({ criterion, met, n }: TeamPoint, t: ReportTexts, language: Language) {
  const label = textIn(criterion.label, language)
  return n > 1 ? `${label} (${t('countOf', { won: met, outOf: n })})` : label
}

function actionsInWords(input: TeamPageInput, t: ReportTexts): readonly string[] {
  const { language, people } = input
  const own = input.actions.filter(
    ({ sourceRecord, status }) => sourceRecord === input.filling.id && isOpen(status),
  )
  if (own.length === 0) return [t('noAction')]
  const unnamed = (text: string, instead: string) => {
    const words = typed(text, language)
    return words === '' || saysAName(words, people) ? instead : words
  }
  const lines = own
    .toSorted((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'))
    .slice(0, SHOWN_ACTIONS)
    .map(({ title, pilot, dueOn }) =>
      t('teamAction', {
        title: unnamed(title, t('teamActionHeld')).replace(/\.$/, ''),
        pilot: unnamed(pilot, t('teamPilotMissing')),
        due: dueOn ? t('teamBefore', { day: dayInWords(dueOn, language) }) : t('teamNoDue'),
      }),
    )
  const more = own.length - lines.length
  return more > 0 ? [...lines, t('teamMore', { n: more })] : lines
}

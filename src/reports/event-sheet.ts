import type { Action } from '#domain/action-plan/action.ts'
import { type AdverseEvent, gravityOf } from '#domain/adverse-event/adverse-event.ts'
import {
  EVENT_STATUS_TEXTS,
  FAMILY_TEXTS,
  GRAVITY_TEXTS,
  PERCEIVED_GRAVITY_TEXTS,
} from '#domain/adverse-event/event-texts.ts'
import type { Form } from '#domain/form/form.ts'
import { loadForm } from '#domain/form/library/load-form.ts'
import type { Day } from '#domain/shared/day.ts'
import type { Language } from '#domain/shared/text.ts'
import type { Site } from '#domain/site/site.ts'
import { drawActionTable } from './action-rows.ts'
import { gap, heading, paragraph } from './flow.ts'
import {
  createContext,
  drawHeadline,
  drawIdentity,
  drawTitle,
  type ReportContext,
} from './report-context.ts'
import { fetchReportFonts } from './report-fonts.ts'
import { capitalised, dayInWords, monthInWords, siteTitle, typed } from './report-format.ts'
import { reportTexts } from './report-texts.ts'
import { closeSheet, openSheet } from './sheet.ts'

export interface EventSheetInput {
  readonly site: Site
  readonly event: AdverseEvent
  /** Actions of the home; those born of this event are picked. */
  readonly actions: readonly Action[]
  readonly today: Day
  readonly language: Language
}

/**
 * The sheet of an adverse event on one A4 page (two when the account is very long: it is never cut).
 * It cannot bear the declarant's name, which is in no field of an event (R-EI, ADR 003).
 */
export async function eventSheet(
  input: EventSheetInput,
  loadFonts = fetchReportFonts,
): Promise<Blob> {
  const { event, language, today } = input
  const t = reportTexts(language)
  const home = siteTitle(input.site, language)
  const reference = event.reference || event.id.slice(-8).toUpperCase()
  const sheet = await openSheet({
    title: t('eventFile', { reference, site: home }),
    author: home,
    language,
    today,
    fonts: await loadFonts(),
  })
  const context = createContext(sheet, t)
  const { words } = context

  drawTitle(
    sheet,
    words(FAMILY_TEXTS[event.family]),
    `${t('eventReference', { reference })}, ${home}`,
  )
  drawIdentity(sheet, identityOf(context, input))
  drawGravity(context, event)
  const size = isLong(event) ? 9.5 : 10.5
  heading(sheet, t('facts'))
  const facts = typed(textAnswer(event, 'facts'), language)
  paragraph(sheet, facts || t('noFacts'), { size })
  const form = await loadForm(event.form, event.formVersion)
  drawTicked(context, event, form, 'details', size)
  drawTicked(context, event, form, 'measures', size)
  heading(sheet, t('answer'))
  paragraph(sheet, typed(event.answer, language) || t('noAnswerYet'), { size })
  if (event.closedOn) paragraph(sheet, t('closedOn', { day: dayInWords(event.closedOn, language) }))
  heading(sheet, t('eventActions'))
  const linked = input.actions.filter((action) => action.sourceRecord === event.id)
  if (linked.length > 0) drawActionTable(context, linked, today)
  else paragraph(sheet, t('noEventActions'))
  gap(sheet, 6)
  const notes = event.identity === 'anonymous' ? [t('eventAnonymous')] : []
  paragraph(sheet, [...notes, t('eventNote')].join(' '), { size: 9.5, grey: 60 })

  const on = event.occurredOn ?? event.declaredOn ?? today
  return closeSheet(sheet, {
    firstHead: t('eventSpread'),
    head: [
      `${t('eventReference', { reference })}, ${home}`,
      capitalised(monthInWords(on, language)),
    ],
    foot: [t('product'), t('printedOn', { day: dayInWords(today, language) })],
    pageOf: (page, pages) => t('pageOf', { page, pages }),
  })
}

function identityOf({ t, language, words }: ReportContext, { site, event }: EventSheetInput) {
  const day = event.occurredOn ? dayInWords(event.occurredOn, language) : t('notSaid')
  const unit = site.units.find(({ id }) => id === event.unit)
  return [
    {
      label: t('occurred'),
      value: event.occurredAt ? t('occurredAt', { day, time: event.occurredAt }) : day,
    },
    {
      label: t('declared'),
      value: event.declaredOn ? dayInWords(event.declaredOn, language) : t('notSaid'),
    },
    { label: t('unit'), value: unit?.name ?? t('notSaid') },
    { label: t('status'), value: words(EVENT_STATUS_TEXTS[event.status]) },
  ]
}

function drawGravity({ sheet, t, words }: ReportContext, event: AdverseEvent): void {
  const gravity = gravityOf(event)
  const settled = t(event.gravity === undefined ? 'gravityProposed' : 'gravitySettled')
  const said = words(PERCEIVED_GRAVITY_TEXTS[event.perceivedGravity].label)
  drawHeadline(sheet, String(gravity), {
    first: `${t('gravity')} ${gravity}, ${words(GRAVITY_TEXTS[gravity])}`,
    rest: t('saidGravity', { settled, said }),
  })
}

function drawTicked(
  { sheet, t, words }: ReportContext,
  event: AdverseEvent,
  form: Form | undefined,
  question: 'details' | 'measures',
  size: number,
): void {
  const codes = codesOf(event, question)
  if (question === 'details' && codes.length === 0) return
  const asked = form?.sections
    .flatMap(({ questions }) => questions)
    .find(({ id }) => id === question)
  const choices = asked && 'choices' in asked ? asked.choices : []
  const labels = codes.map((code) => {
    const choice = choices.find((each) => each.code === code)
    return choice ? words(choice.label) : code
  })
  heading(sheet, t(question), 10)
  paragraph(sheet, labels.length > 0 ? `${labels.join(', ')}.` : t('noMeasures'), { size })
}

function codesOf(event: AdverseEvent, question: string): readonly string[] {
  const value = event.answers.get(question)
  return Array.isArray(value) ? value.filter((code) => typeof code === 'string') : []
}

function textAnswer(event: AdverseEvent, question: string): string {
  const value = event.answers.get(question)
  return typeof value === 'string' ? value : ''
}

function isLong(event: AdverseEvent): boolean {
  return textAnswer(event, 'facts').length + event.answer.length > 1400
}

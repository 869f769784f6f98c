import { type CriterionQuestion, type Form, isGroup, type Question } from '#domain/form/form.ts'
import { scaleOf } from '#domain/form/scales.ts'
import { hasSubject } from '#domain/form/units.ts'
import type { Day } from '#domain/shared/day.ts'
import { type Language, textIn } from '#domain/shared/text.ts'
import { answerSpace } from './answer-space.ts'
import { drawBlankRows } from './blank-rows.ts'
import { conditionInWords } from './condition-in-words.ts'
import { unitKeys } from './epp-unit.ts'
import { gap, heading, paragraph } from './flow.ts'
import { drawLine, heightOf, layLines } from './lines.ts'
import { createContext, drawTitle, type ReportContext } from './report-context.ts'
import { fetchReportFonts } from './report-fonts.ts'
import { reportTexts } from './report-texts.ts'
import { closeSheet, LEFT, needRoom, openSheet, RIGHT, WIDTH } from './sheet.ts'

export interface BlankGridInput {
  readonly form: Form
  /** Name of the home when it is known; a line to write it on else. */
  readonly place: string
  readonly today: Day
  readonly language: Language
}

/** Room of the words of a question; what is left of the width is for the pen. */
const WORDS = 82
const SPACE = WIDTH - WORDS - 6
/** Rows of a group nobody bounded, and files of an EPP on one page. */
const USUAL_ROWS = 10

/**
 * A grid to be filled in with a pen, A4: every question in order, its boxes, a line for what was seen,
 * its code in the margin and the version at the foot, so that the paper is entered later under the
 * version it was printed from. An EPP and a group of rows are printed as a table, a file or a row a
 * column.
 */
export async function blankGrid(
  { form, place, today, language }: BlankGridInput,
  loadFonts = fetchReportFonts,
): Promise<Blob> {
  const t = reportTexts(language)
  const title = textIn(form.title, language)
  const sheet = await openSheet({
    title: t('blankFile', { form: title }),
    author: 'Escale',
    language,
    today,
    fonts: await loadFonts(),
  })
  const context = createContext(sheet, t)
  drawTitle(sheet, title, t('blankLead'))
  drawHead(context, form, place)
  for (const section of form.sections) {
    if (section.questions.length === 0) continue
    heading(sheet, textIn(section.title, language), 20)
    if (section.intro) paragraph(sheet, textIn(section.intro, language), { size: 10, grey: 60 })
    if (section.relevance !== undefined) {
      paragraph(sheet, conditionInWords(context, form, section.relevance), { size: 10, grey: 60 })
    }
    if (form.kind === 'epp') {
      const criteria = section.questions.filter(isCriterion)
      drawBlankRows(context, criteria, {
        rows: USUAL_ROWS,
        rowWord: t(unitKeys(form).blank),
      })
      for (const question of section.questions) {
        if (!isCriterion(question)) drawQuestion(context, form, question)
      }
      continue
    }
    for (const question of section.questions) drawQuestion(context, form, question)
  }
  const version = t('blankVersion', { code: form.code, version: form.version })
  return closeSheet(sheet, {
    firstHead: version,
    head: [title, version],
    foot: [t('product'), version],
    pageOf: (page, pages) => t('pageOf', { page, pages }),
  })
}

function isCriterion(question: Question): question is CriterionQuestion {
  return question.type === 'criterion'
}

/** Who, where, when: what the entry will ask for. */
function drawHead({ sheet, t, words }: ReportContext, form: Form, place: string): void {
  const asked = [
    [t('blankPlace'), place],
    ...(hasSubject(form)
      ? [[t(form.unit === 'person' ? 'blankPersonNumber' : 'blankPremises'), ''] as const]
      : []),
    [t('blankDay'), ''],
    [t('blankBy'), ''],
    [t('withWhom'), ''],
    ...(form.kind === 'tracer' ? [[t('blankConsent'), ''] as const] : []),
  ] as const
  gap(sheet, 4)
  for (const [label, value] of asked) {
    needRoom(sheet, 9)
    const [line] = layLines(sheet, [{ text: label }, { text: ` ${value}`, bold: true }], WIDTH, {
      size: 10.5,
    })
    if (line) drawLine(sheet, line, LEFT, sheet.y + 2)
    sheet.pdf
      .setDrawColor(120)
      .setLineWidth(0.25)
      .line(LEFT + 62, sheet.y + 7, RIGHT, sheet.y + 7)
    sheet.y += 8.5
  }
  gap(sheet, 2)
  const scales = new Set(
    form.sections
      .flatMap(({ questions }) => questions)
      .filter(isCriterion)
      .map((each) => scaleOf(each)),
  )
  for (const { steps } of scales) {
    const signed = steps.filter(({ sign }) => sign !== undefined)
    if (signed.length === 0) continue
    const legend = signed.map(({ sign, label }) => `${sign} ${words(label)}`).join(', ')
    paragraph(sheet, legend, { size: 9.5, grey: 60 })
  }
  gap(sheet, 2)
  paragraph(sheet, words(form.source), { size: 9, grey: 60 })
}

function drawQuestion(context: ReportContext, form: Form, question: Question): void {
  if (question.type === 'calculated') return
  const { sheet, t, words } = context
  const mark =
    question.type === 'criterion' && (question.imperatif ?? (question.blocking ? '' : undefined))
  const wide = question.type === 'note' || isGroup(question)
  const lines = [
    ...layLines(
      sheet,
      [{ text: `${question.id}\u00a0\u00a0`, bold: true }, { text: words(question.label) }],
      wide ? WIDTH : WORDS,
      { size: 10.5, leading: 1.34, bold: false },
    ),
    ...(question.hint
      ? layLines(sheet, words(question.hint), wide ? WIDTH : WORDS, {
          size: 9,
          grey: 60,
          before: 0.6,
        })
      : []),
    ...(typeof mark === 'string'
      ? layLines(
          sheet,
          mark === '' ? t('blankBlocking') : t('blankImperatif', { number: mark }),
          WORDS,
          {
            size: 9,
            bold: true,
            before: 0.6,
          },
        )
      : []),
    ...(question.relevance === undefined
      ? []
      : layLines(sheet, conditionInWords(context, form, question.relevance), wide ? WIDTH : WORDS, {
          size: 9,
          grey: 60,
          before: 0.6,
        })),
  ]
  const space = answerSpace(context, question, SPACE)
  const seen = question.type === 'criterion' ? 8 : 0
  const height = Math.max(heightOf(lines), space.height + seen) + 4
  needRoom(sheet, height)
  const top = sheet.y + 2
  let y = top
  for (const line of lines) {
    drawLine(sheet, line, LEFT, y)
    y += line.before + line.height
  }
  const x = LEFT + WORDS + 6
  space.draw(sheet, x, top)
  if (seen > 0) {
    const [label] = layLines(sheet, t('blankSeen'), 20, { size: 8.5, grey: 90 })
    const foot = top + Math.max(heightOf(lines), space.height + seen) - 1.5
    if (label) drawLine(sheet, label, x, foot - label.height)
    sheet.pdf
      .setDrawColor(150)
      .setLineWidth(0.2)
      .line(x + 16, foot, RIGHT, foot)
  }
  sheet.y += height
  sheet.pdf.setDrawColor(200).setLineWidth(0.2).line(LEFT, sheet.y, RIGHT, sheet.y)
  if (isGroup(question)) {
    const rows = Math.min(12, Math.max(question.minRows ?? 0, question.maxRows ?? USUAL_ROWS))
    const rowWord = question.rowTitle ? words(question.rowTitle) : t('blankRow')
    drawBlankRows(context, question.questions, { rows, rowWord })
  }
}

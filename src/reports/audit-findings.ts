import type { Action } from '#domain/action-plan/action.ts'
import type { CriterionQuestion } from '#domain/form/form.ts'
import { stepOf } from '#domain/form/scales.ts'
import { type Finding, SHOWN_PHOTOS } from './audit-facts.ts'
import { drawColumns } from './flow.ts'
import { heightOf, type Line, layLines } from './lines.ts'
import { drawPhoto, type ReportPhoto } from './photo.ts'
import type { ReportContext } from './report-context.ts'
import { dayInWords, typed } from './report-format.ts'
import { isAtTop, LEFT, needRoom, PAGE_ROOM, rule, type Sheet, WIDTH } from './sheet.ts'

const PHOTO = { width: 36, height: 27 }
const ACTION_WIDTH = 46
const GUTTER = 5
const PHOTO_STEP = PHOTO.height + 2
const TEXT_X = LEFT + PHOTO.width + GUTTER
const TEXT_WIDTH = WIDTH - PHOTO.width - ACTION_WIDTH - 2 * GUTTER
const ACTION_X = TEXT_X + TEXT_WIDTH + GUTTER

interface FindingPhotos {
  readonly photos: ReadonlyMap<string, ReportPhoto>
  readonly expectedPhotos: ReadonlySet<string>
}

/** A non-conformity: its photo, what was seen, what was decided. Kept on one page when it fits. */
export function drawFinding(
  context: ReportContext,
  finding: Finding,
  photos: FindingPhotos,
  withRule: boolean,
): void {
  const { sheet } = context
  const text = textLines(context, finding)
  const decided = actionLines(context, finding.actions)
  const height = Math.max(photosHeight(finding), heightOf(text), heightOf(decided))
  needRoom(sheet, 3 + Math.min(height, PAGE_ROOM / 2) + 3)
  if (height + 6 <= PAGE_ROOM) needRoom(sheet, height + 6)
  if (withRule && !isAtTop(sheet)) rule(sheet, sheet.y, 0.25)
  sheet.y += 3
  const top = sheet.y
  const page = sheet.pdf.getNumberOfPages()
  drawPhotosOf(context, finding, photos)
  drawColumns(
    sheet,
    [
      { x: TEXT_X, lines: text },
      { x: ACTION_X, lines: decided },
    ],
    false,
  )
  if (sheet.pdf.getNumberOfPages() === page) {
    sheet.y = Math.max(sheet.y, top + photosHeight(finding))
  }
  sheet.y += 3
}

function drawPhotosOf(
  { sheet, t }: ReportContext,
  finding: Finding,
  { photos, expectedPhotos }: FindingPhotos,
): void {
  const top = sheet.y
  const wordsFor = (sha256: string) => ({
    none: t(expectedPhotos.has(sha256) ? 'expectedPhoto' : 'missingPhoto'),
    unreadable: t('unreadablePhoto'),
  })
  // Those this device holds come first: a place on paper is not for the absent ones.
  const held = finding.photos.filter(({ sha256 }) => photos.has(sha256))
  const absent = finding.photos.filter(({ sha256 }) => !photos.has(sha256))
  const shown = [...held, ...absent].slice(0, SHOWN_PHOTOS)
  for (const [index, { sha256 }] of shown.entries()) {
    const frame = { x: LEFT, y: top + index * PHOTO_STEP, ...PHOTO }
    drawPhoto(sheet, frame, photos.get(sha256), sha256, wordsFor(sha256))
  }
  if (shown.length === 0) {
    const words = { none: t('noPhoto'), unreadable: t('unreadablePhoto') }
    drawPhoto(sheet, { x: LEFT, y: top, ...PHOTO }, undefined, '', words)
  }
  const others = finding.photos.length - shown.length
  if (others < 1) return
  sheet.y += framesHeight(finding) + 0.5
  const lines = layLines(sheet, t('morePhotos', { n: others }), PHOTO.width, {
    size: 8.5,
    grey: 60,
  })
  drawColumns(sheet, [{ x: LEFT, lines }])
  sheet.y = top
}

function framesHeight({ photos }: Finding): number {
  const frames = Math.max(1, Math.min(SHOWN_PHOTOS, photos.length))
  return frames * PHOTO_STEP - (PHOTO_STEP - PHOTO.height)
}

/** The frames, with room under them for « et 2 autres photos », two short lines at most. */
function photosHeight(finding: Finding): number {
  return framesHeight(finding) + (finding.photos.length > SHOWN_PHOTOS ? 9 : 0)
}

function textLines(context: ReportContext, finding: Finding): Line[] {
  const { sheet, t, language, words } = context
  const { question } = finding
  const marks = [
    answerInWords(context, finding.question, finding.answer),
    ...(question.imperatif ? [t('imperatif', { number: question.imperatif })] : []),
    ...(question.blocking ? [t('blocking')] : []),
  ]
  const comment = finding.comment ? typed(finding.comment, language) : t('noComment')
  const repeated = finding.alreadyFound
    ? t('alreadyFound', { answer: answerInWords(context, finding.question, finding.alreadyFound) })
    : ''
  return [
    ...layLines(
      sheet,
      [
        { text: `${question.id}  `, bold: true },
        { text: marks.join(' · '), bold: question.imperatif !== undefined },
      ],
      TEXT_WIDTH,
      { size: 10 },
    ),
    ...layLines(sheet, words(question.label), TEXT_WIDTH, {
      size: 12,
      bold: true,
      leading: 1.25,
      before: 0.8,
    }),
    ...layLines(sheet, comment, TEXT_WIDTH, { before: 1, grey: finding.comment ? 0 : 60 }),
    ...(repeated ? layLines(sheet, repeated, TEXT_WIDTH, { before: 0.8 }) : []),
  ]
}

function actionLines({ sheet, t, language }: ReportContext, actions: readonly Action[]): Line[] {
  if (actions.length === 0) return layLines(sheet, t('noAction'), ACTION_WIDTH, { size: 10 })
  const label = { size: 9.2, grey: 60, leading: 1.25 }
  const value = { size: 10, leading: 1.28 }
  return actions.flatMap((action, index) => [
    ...layLines(sheet, t('action'), ACTION_WIDTH, { ...label, before: index > 0 ? 3 : 0 }),
    ...layLines(sheet, typed(action.title, language), ACTION_WIDTH, value),
    ...layLines(sheet, t('pilot'), ACTION_WIDTH, { ...label, before: 0.8 }),
    ...layLines(sheet, typed(action.pilot, language) || t('pilotMissing'), ACTION_WIDTH, value),
    ...layLines(sheet, t('before'), ACTION_WIDTH, { ...label, before: 0.8 }),
    ...layLines(
      sheet,
      action.dueOn ? dayInWords(action.dueOn, language) : t('dueMissing'),
      ACTION_WIDTH,
      { ...value, bold: true },
    ),
  ])
}

function answerInWords(
  { words }: ReportContext,
  criterion: CriterionQuestion,
  answer: string,
): string {
  const step = stepOf(criterion, answer)
  return step ? words(step.label) : answer
}

/** Two blank lines with a name over each, kept together. */
export function drawSignatures(sheet: Sheet, names: readonly [string, string]): void {
  needRoom(sheet, 26)
  sheet.y += 8
  const width = (WIDTH - 12) / 2
  names.forEach((_, index) => {
    const x = LEFT + index * (width + 12)
    rule(sheet, sheet.y, 0.25, x, x + width)
  })
  sheet.y += 1.5
  drawColumns(
    sheet,
    names.map((name, index) => ({
      x: LEFT + index * (width + 12),
      lines: layLines(sheet, name, width, { size: 10 }),
    })),
  )
  sheet.y += 12
}

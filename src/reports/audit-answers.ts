import type { FilledPhoto, Filling } from '#domain/filling/filling.ts'
import type { Form } from '#domain/form/form.ts'
import { evaluateForm } from '#domain/form/form-state.ts'
import { criteriaOf } from '#domain/form/instances.ts'
import { sectionsOf } from '#domain/form/relevance.ts'
import { stepOf } from '#domain/form/scales.ts'
import { drawColumns, heading, paragraph } from './flow.ts'
import { layLines } from './lines.ts'
import { drawPhoto, type ReportPhoto } from './photo.ts'
import type { ReportContext } from './report-context.ts'
import { typed } from './report-format.ts'
import { LEFT, needRoom, WIDTH } from './sheet.ts'
import { drawTable } from './table.ts'

/** Every criterion asked, section by section, with its level, its comment and its number of proofs. */
export function drawAnswers(context: ReportContext, form: Form, filling: Filling): void {
  const { sheet, t, words, language } = context
  const state = evaluateForm(form, filling.answers)
  heading(sheet, t('allAnswers'), 40)
  for (const { section, questions } of sectionsOf(state)) {
    const criteria = criteriaOf(questions, state)
    if (criteria.length === 0) continue
    paragraph(sheet, words(section.title), { size: 12, bold: true, before: 3 })
    sheet.y += 1
    drawTable(
      sheet,
      [
        { label: t('criterion'), share: 62 },
        { label: t('level'), share: 18 },
        { label: t('comment'), share: 34 },
      ],
      criteria.map(({ key, question }) => {
        const step = stepOf(question, filling.answers.get(key))
        const proofs = filling.photos.filter((photo) => photo.question === key).length
        const comment = typed(filling.comments.get(key) ?? '', language)
        const said = [comment, proofs > 0 ? t('proofs', { n: proofs }) : ''].filter(Boolean)
        return [
          [{ text: `${key}  `, bold: true }, { text: words(question.label) }],
          step ? words(step.label) : t('noAnswer'),
          said.join(' '),
        ]
      }),
    )
  }
}

const BY_ROW = 3
const GUTTER = 5
const FRAME_WIDTH = (WIDTH - (BY_ROW - 1) * GUTTER) / BY_ROW
const FRAME_HEIGHT = FRAME_WIDTH * 0.75

/** The photos no finding shows whole, under the code of their criterion: proofs of what is met too. */
export function drawProofs(
  { sheet, t }: ReportContext,
  proofs: readonly FilledPhoto[],
  held: {
    readonly photos: ReadonlyMap<string, ReportPhoto>
    readonly expectedPhotos: ReadonlySet<string>
  },
): void {
  if (proofs.length === 0) return
  heading(sheet, t('allProofs'), FRAME_HEIGHT + 8)
  for (let from = 0; from < proofs.length; from += BY_ROW) {
    needRoom(sheet, FRAME_HEIGHT + 8)
    const top = sheet.y + 2
    const row = proofs.slice(from, from + BY_ROW)
    const xOf = (at: number) => LEFT + at * (FRAME_WIDTH + GUTTER)
    row.forEach(({ sha256 }, at) => {
      const frame = { x: xOf(at), y: top, width: FRAME_WIDTH, height: FRAME_HEIGHT }
      const none = t(held.expectedPhotos.has(sha256) ? 'expectedPhoto' : 'missingPhoto')
      const words = { none, unreadable: t('unreadablePhoto') }
      drawPhoto(sheet, frame, held.photos.get(sha256), sha256, words)
    })
    sheet.y = top + FRAME_HEIGHT + 1
    drawColumns(
      sheet,
      row.map(({ question }, at) => ({
        x: xOf(at),
        lines: layLines(sheet, question, FRAME_WIDTH, { size: 10, bold: true }),
      })),
    )
  }
}

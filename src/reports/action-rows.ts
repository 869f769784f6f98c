import { type Action, daysLate } from '#domain/action-plan/action.ts'
import { ACTION_STATUS_TEXTS } from '#domain/action-plan/action-texts.ts'
import type { Day } from '#domain/shared/day.ts'
import type { Run } from './lines.ts'
import type { ReportContext } from './report-context.ts'
import { dayInWords, typed } from './report-format.ts'
import { drawTable } from './table.ts'

/** Actions as a table: title, pilot, due day, state (late in bold, with its days), effect. */
export function drawActionTable(
  context: ReportContext,
  actions: readonly Action[],
  today: Day,
): void {
  const { sheet, t } = context
  drawTable(
    sheet,
    [
      { label: t('action'), share: 36 },
      { label: t('pilot'), share: 18 },
      { label: t('due'), share: 17 },
      { label: t('state'), share: 15 },
      { label: t('effect'), share: 20 },
    ],
    actions.map((action) => actionRow(context, action, today)),
  )
}

function actionRow(
  { t, language, words }: ReportContext,
  action: Action,
  today: Day,
): (string | readonly Run[])[] {
  const late = daysLate(action, today)
  return [
    typed(action.title, language),
    typed(action.pilot, language) || t('pilotMissing'),
    action.dueOn ? dayInWords(action.dueOn, language) : t('dueMissing'),
    late > 0
      ? [{ text: t('late', { days: late }), bold: true }]
      : words(ACTION_STATUS_TEXTS[action.status]),
    typed(action.effect, language) || t('effectMissing'),
  ]
}

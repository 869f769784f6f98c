import { useTranslation } from 'react-i18next'
import { allQuestions, isGroup } from '#domain/form/form.ts'
import { ownScale } from '#domain/form/own-scale.ts'
import { type Scale, scaleOf } from '#domain/form/scales.ts'
import { useText } from '#ui/i18n.ts'
import { SelectField } from '#ui/select-field.tsx'
import { Place } from '../place.tsx'
import { criterionOn, questionOfType, TYPES, type TypeCode, typeOf } from '../question-types.ts'
import type { QuestionDetailsProps } from './question-details-props.ts'

interface TypeFieldProps extends QuestionDetailsProps {
  /** A question of a row holds no rows. */
  readonly inRow?: boolean
}

/** The type of a question; a criterion may take a scale written here, that of another or its own. */
export function TypeField({ grid, question, onChange, inRow = false }: TypeFieldProps) {
  const { t } = useTranslation('grids')
  const text = useText()
  const scales = ownScales(allQuestions(grid.draft))
  const type = typeOf(question)
  const said = question.type === 'criterion' ? JSON.stringify(question.scale) : ''
  const value = type === 'custom' ? `own:${scales.findIndex(isSame(said))}` : type
  const choose = (code: string) => {
    if (code === 'own') return onChange(criterionOn(ownScale(scaleBefore()), question))
    const known = scales.find((_, at) => code === `own:${at}`)
    onChange(known ? criterionOn(known, question) : questionOfType(code as TypeCode, question))
  }
  const scaleBefore = () =>
    question.type === 'criterion' ? question : ({ scale: 'yes-partial-no-na' } as const)
  return (
    <Place name={`${question.id}:type`}>
      <SelectField
        label={t('type')}
        value={value}
        onChange={choose}
        options={[
          ...TYPES.slice(0, SCALES_FIRST).map(({ code, key }) => ({ value: code, label: t(key) })),
          ...scales.map((scale, at) => ({
            value: `own:${at}`,
            label: t('typeOwnNamed', {
              steps: scale.steps.map(({ label }) => text(label) || '…').join(', '),
            }),
          })),
          { value: 'own', label: t('typeOwn') },
          ...TYPES.slice(SCALES_FIRST)
            .filter(({ code }) => !inRow || (code !== 'repeat' && code !== 'opportunities'))
            .map(({ code, key }) => ({ value: code, label: t(key) })),
          ...(inRow && isGroup(question) ? [{ value: type, label: t('typeRepeat') }] : []),
        ]}
      />
    </Place>
  )
}

/** The criteria come first among the types: as many as there are scales of the field. */
const SCALES_FIRST = TYPES.findIndex(({ code }) => code === 'single')

/** The scales written in this grid, each once. */
function ownScales(questions: ReturnType<typeof allQuestions>): readonly Scale[] {
  const found = new Map<string, Scale>()
  for (const question of questions) {
    if (question.type === 'criterion' && typeof question.scale !== 'string') {
      found.set(JSON.stringify(question.scale), scaleOf(question))
    }
  }
  return [...found.values()]
}

function isSame(said: string): (scale: Scale) => boolean {
  return (scale) => JSON.stringify(scale) === said
}

import { useTranslation } from 'react-i18next'
import { type Protocol, targetsOf } from '#domain/epp/protocol.ts'
import type { Form } from '#domain/form/form.ts'
import type { Fields } from '#domain/shared/json.ts'
import css from '#ui/form/start-form.module.css'
import { formatPercent } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { NumberField } from '#ui/number-field.tsx'

interface EppTargetsProps {
  readonly form: Form
  readonly protocol: Protocol
  readonly onChange: (fields: Fields) => void
}

/** What is expected of the round, and of a criterion that has its own target. */
export function EppTargets({ form, protocol, onChange }: EppTargetsProps) {
  const { t } = useTranslation('epp')
  const text = useText()
  const language = useLanguage()
  const usual = targetsOf(form, { target: protocol.target, targets: new Map() })
  const hintOf = (expected: number | undefined) =>
    expected === undefined
      ? {}
      : { hint: t('targetElse', { target: formatPercent(expected, language) }) }
  const put = (field: string) => (value: number | undefined) =>
    onChange({ [field]: value === undefined ? null : value / 100 })
  const percent = (target: number | undefined) =>
    target === undefined ? undefined : Math.round(target * 100)
  return (
    <>
      <NumberField
        label={t('target')}
        unit="%"
        min={0}
        max={100}
        step={5}
        value={percent(protocol.target)}
        onChange={put('protocol.target')}
        {...(protocol.target === undefined ? hintOf(form.target) : {})}
      />
      <details open={protocol.targets.size > 0}>
        <summary>{t('targets')}</summary>
        <div className={css.start}>
          {form.sections
            .flatMap(({ questions }) => questions)
            .filter(({ type }) => type === 'criterion')
            .map(({ id, label }) => (
              <NumberField
                key={id}
                label={text(label)}
                unit="%"
                min={0}
                max={100}
                step={5}
                value={percent(protocol.targets.get(id))}
                onChange={put(`protocol.targets.${id}`)}
                {...(protocol.targets.has(id) ? {} : hintOf(usual.get(id)))}
              />
            ))}
        </div>
      </details>
    </>
  )
}

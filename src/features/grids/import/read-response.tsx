import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Edition } from '#domain/grid/form-shelf.ts'
import { parseDay } from '#domain/shared/day.ts'
import { answersWhichForm } from '#interchange/fhir/answers-which-form.ts'
import { readSaidApart } from '#interchange/fhir/read-said-apart.ts'
import { responseToAnswers } from '#interchange/fhir/response-to-answers.ts'
import type { JsonRecord } from '#interchange/is-record.ts'
import { lossReport } from '#interchange/loss-report.ts'
import { Notes } from '#interchange/notes.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { DockRow } from '#ui/dock-row.tsx'
import { formatDay } from '#ui/format.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { SelectField } from '#ui/select-field.tsx'
import css from './import.module.css'
import { LossList } from './loss-list.tsx'
import { useBeginFilling } from './use-begin-filling.ts'

interface ReadResponseProps {
  readonly name: string
  readonly response: JsonRecord
  /** The grid it answers. */
  readonly edition: Edition
  readonly onOther: () => void
}

/** Answers of another system to a grid of ours: read with it, and begun as a filling to be checked. */
export function ReadResponse({ name, response, edition, onOther }: ReadResponseProps) {
  const { t } = useTranslation('grids')
  const text = useText()
  const language = useLanguage()
  const { sites, begin } = useBeginFilling()
  const [chosen, setSite] = useState<string>()
  const site = sites.find(({ id }) => id === chosen) ?? sites[0]
  const { form } = edition
  const notes = new Notes()
  const answers = responseToAnswers(form, response, notes)
  const apart = readSaidApart(form, response, notes)
  const { authored } = response
  const heldOn = typeof authored === 'string' ? parseDay(authored.slice(0, 10)) : undefined
  const said = { answers, comments: apart.comments, heldOn, apart: apart.fields }
  return (
    <Page
      title={text(form.title)}
      lead={[
        t('responseCount', { count: answers.size }),
        apart.count > 0 && t('responseApart', { count: apart.count }),
        heldOn && t('responseDay', { day: formatDay(heldOn, language, 'short') }),
      ]
        .filter(Boolean)
        .join(', ')}
      back={{ to: paths.grids(), label: t('title') }}
      dock={
        <DockRow>
          <Button onClick={onOther}>{t('importOther')}</Button>
          {site && (
            <Button
              tone="primary"
              size="big"
              disabled={answers.size + apart.count === 0}
              onClick={() => reportFailure(begin(form, edition.edition, site.id, said))}
            >
              {t('responseBegin')}
            </Button>
          )}
        </DockRow>
      }
    >
      <Notice>{t('responseNotKept')}</Notice>
      {answersWhichForm(form, response) === 'other-version' && (
        <Notice tone="watch">{t('responseOtherVersion', { version: form.version })}</Notice>
      )}
      {site && (
        <div className={css.has}>
          <SelectField
            label={t('hasSite')}
            value={site.id}
            onChange={setSite}
            options={sites.map(({ id, name: label }) => ({ value: id, label }))}
          />
        </div>
      )}
      <Section title={t('lossTitle')} note={name}>
        <LossList
          report={lossReport(form, notes, { from: 'response', to: 'escale' })}
          name={name}
          complete={t('responseAllKept')}
        />
      </Section>
    </Page>
  )
}

import { useTranslation } from 'react-i18next'
import type { Filling } from '#domain/filling/filling.ts'
import type { Form } from '#domain/form/form.ts'
import { scoreHas, shownMean } from '#domain/form/has-score.ts'
import { isNonConform } from '#domain/form/score-form.ts'
import { textField } from '#domain/shared/json.ts'
import { audienceOf } from '#domain/tracer/audience.ts'
import { areInterviewsOpen, type Consent } from '#domain/tracer/consent.ts'
import { AnswerTag } from '#ui/form/answer-tag.tsx'
import { formatMean } from '#ui/form/format-mean.ts'
import { useLanguage, useText } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import css from './both-views.module.css'
import { ExportTracers } from './export-tracers.tsx'
import { comparePair, pairedCriteria, sidesOf } from './paired-criteria.ts'
import { TracerAction } from './tracer-action.tsx'
import type { TracerSetting } from './use-tracer.ts'

interface BothViewsProps {
  readonly setting: TracerSetting
  readonly filling: Filling
  readonly consent: Consent
  readonly mayWrite: boolean
}

/** The person's view beside the professionals', subject by subject; a gap is what one talks about. */
export function BothViews({ setting, filling, consent, mayWrite }: BothViewsProps) {
  const { t } = useTranslation('tracers')
  const text = useText()
  const { form } = setting
  const { answers } = filling
  if (!areInterviewsOpen(consent)) {
    return (
      <Notice tone="watch">{t(consent.kind === 'withdrawn' ? 'lockedWithdrawn' : 'locked')}</Notice>
    )
  }
  const pairs = pairedCriteria(form)
  const standings = pairs.map((pair) => comparePair(pair, answers))
  const compared = standings.filter((each) => each === 'same' || each === 'differs')
  const notes = form.sections
    .flatMap(({ questions }) => questions)
    .filter(({ type }) => type === 'text')
    .map((question) => ({
      question,
      words: textField({ words: answers.get(question.id) ?? null }, 'words'),
    }))
    .filter(({ words }) => words !== '')
  return (
    <>
      <Section title={t('viewsTitle')} note={t('viewsIntro')}>
        <p className={css.sentence}>
          {t('gapsSentence', {
            count: compared.filter((each) => each === 'differs').length,
            pairs: compared.length,
          })}
        </p>
        <Means form={form} filling={filling} />
        <ol>
          {pairs.map((pair, at) => (
            <li key={sidesOf(pair)[0]?.id} className={css.pair}>
              {sidesOf(pair).map((criterion) => (
                <div key={criterion.id} className={css.side}>
                  <p className={css.who}>
                    {t(criterion === pair.person ? 'viewsPerson' : 'viewsProfessionals')}
                  </p>
                  <p>{text(criterion.label)}</p>
                  <AnswerTag criterion={criterion} value={answers.get(criterion.id)} />
                  <Comment words={filling.comments.get(criterion.id)} />
                  {isNonConform(criterion, answers.get(criterion.id)) && (
                    <TracerAction
                      form={form}
                      actions={setting.actions}
                      filling={filling}
                      criterion={criterion}
                      mayWrite={mayWrite}
                    />
                  )}
                </div>
              ))}
              <p className={css.gap}>
                <Standing of={standings[at] ?? 'open'} />
              </p>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('words')}>
        {notes.length === 0 && <p>{t('noWords')}</p>}
        <dl>
          {notes.map(({ question, words }) => (
            <div key={question.id} className={css.note}>
              <dt>{text(question.label)}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <ExportTracers tracers={[{ filling, consent }]} layout="questions" />
      </Section>
    </>
  )
}

function Comment({ words }: { readonly words: string | undefined }) {
  const language = useLanguage()
  if (!words) return null
  return <p>{language === 'fr' ? `«\u00a0${words}\u00a0»` : `“${words}”`}</p>
}

const STANDINGS = {
  'one-view': ['mute', 'oneView'],
  open: ['mute', 'notYet'],
  'not-compared': ['mute', 'notCompared'],
  same: ['ok', 'same'],
  differs: ['watch', 'gap'],
} as const

function Standing({ of }: { readonly of: ReturnType<typeof comparePair> }) {
  const { t } = useTranslation('tracers')
  const [tone, words] = STANDINGS[of]
  return <Tag tone={tone}>{t(words)}</Tag>
}

/** Mean of each side with its n; no letter is ever derived from it (R-TRA-4). */
function Means({ form, filling }: Pick<BothViewsProps, 'filling'> & { readonly form: Form }) {
  const { t } = useTranslation('tracers')
  const language = useLanguage()
  return scoreHas(form, filling.answers).sections.map(({ section, score }) => {
    const mean = shownMean(score)
    const found = form.sections.find(({ id }) => id === section)
    if (mean === undefined || !found) return null
    return (
      <p key={section} className="soft">
        {t('mean', {
          audience: t(audienceOf(found) === 'person' ? 'viewsPerson' : 'viewsProfessionals'),
          mean: formatMean(mean, language),
          count: score.n,
        })}
      </p>
    )
  })
}

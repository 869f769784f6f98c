import { useTranslation } from 'react-i18next'
import { PICTURES, type Picture } from '#domain/form/easy-words.ts'
import type { CriterionQuestion } from '#domain/form/form.ts'
import { useText } from '#ui/i18n.ts'
import { Pictogram } from '#ui/pictogram.tsx'
import { GridText } from '../grid-text.tsx'
import css from './easy-fields.module.css'
import type { QuestionDetailsProps } from './question-details-props.ts'

const NONE = { picture: 'talk', ask: { fr: '', en: '' }, explain: { fr: '', en: '' } }

/** The same criterion for the person who answers alone: one short question, a picture, drawn as it will be seen. */
export function EasyFields(props: QuestionDetailsProps<CriterionQuestion>) {
  const { question, draftKey, onChange, save } = props
  const { t } = useTranslation('grids')
  const text = useText()
  const easy = question.easy ?? NONE
  const picture = PICTURES.find((each) => each === easy.picture) ?? 'talk'
  return (
    <fieldset className={css.easy}>
      <legend>{t('easy')}</legend>
      <p className="small soft">{t('easyNote')}</p>
      <GridText
        label={t('easyAsk')}
        hint={t('easyAskHint')}
        value={easy.ask}
        draftKey={`${draftKey}:easy`}
        onCommit={(ask) => save({ ...question, easy: { ...easy, ask } })}
        rows={1}
      />
      <GridText
        label={t('easyExplain')}
        value={easy.explain}
        draftKey={`${draftKey}:easy-explain`}
        onCommit={(explain) => save({ ...question, easy: { ...easy, explain } })}
        rows={1}
      />
      <fieldset className={css.pictures}>
        <legend>{t('easyPicture')}</legend>
        {PICTURES.map((each: Picture) => (
          <label key={each} className={css.picture}>
            <input
              type="radio"
              className="sr"
              name={`${draftKey}:picture`}
              checked={each === picture}
              onChange={() => onChange({ ...question, easy: { ...easy, picture: each } })}
            />
            <Pictogram picture={each} small />
            <span>{t(`picture-${each}`)}</span>
          </label>
        ))}
      </fieldset>
      {text(easy.ask) !== '' && (
        <div className={css.seen}>
          <Pictogram picture={picture} />
          <div>
            <p className={css.ask}>{text(easy.ask)}</p>
            <p>{text(easy.explain)}</p>
          </div>
        </div>
      )}
    </fieldset>
  )
}

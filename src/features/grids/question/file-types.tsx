import { useTranslation } from 'react-i18next'
import type { FileQuestion } from '#domain/form/form.ts'
import css from '../grids.module.css'
import { Place } from '../place.tsx'
import { changed, type QuestionDetailsProps } from './question-details-props.ts'
import { Tick } from './tick.tsx'

/** Pictures a device keeps beside an answer; a file of another kind cannot be joined. */
const PICTURES = ['image/jpeg', 'image/png', 'image/webp'] as const

/** Which files a question takes: any picture, unless some kinds are ticked. */
export function FileTypes({ question, onChange }: QuestionDetailsProps<FileQuestion>) {
  const { t } = useTranslation('grids')
  const accepts = question.accepts ?? []
  const others = accepts.filter((type) => !PICTURES.some((known) => known === type))
  const set = (types: readonly string[]) =>
    onChange(changed(question, { accepts: types.length > 0 ? types : undefined }))
  return (
    <Place name={`${question.id}:accepts`}>
      <fieldset className={css.choices}>
        <legend>{t('accepts')}</legend>
        <p className="small soft">{t('acceptsNote')}</p>
        {[...PICTURES, ...others].map((type) => (
          <Tick
            key={type}
            label={isPicture(type) ? t(`accepts-${type}`) : type}
            checked={accepts.includes(type)}
            onChange={(taken) =>
              set(taken ? [...accepts, type] : accepts.filter((each) => each !== type))
            }
          />
        ))}
      </fieldset>
    </Place>
  )
}

function isPicture(type: string): type is (typeof PICTURES)[number] {
  return PICTURES.some((known) => known === type)
}

import { useTranslation } from 'react-i18next'
import type { CriterionQuestion, TextQuestion } from '#domain/form/form.ts'
import { allQuestions } from '#domain/form/form.ts'
import type { Text } from '#domain/shared/text.ts'
import { Button } from '#ui/button.tsx'
import { phrasesIn } from '#ui/form/quick-phrases.tsx'
import { useLanguage } from '#ui/i18n.ts'
import { reportFailure } from '#ui/notices.ts'
import { GridText } from '../grid-text.tsx'
import css from '../grids.module.css'
import { changed, type QuestionDetailsProps } from './question-details-props.ts'

/** What one comments in one tap: a phrase a line; those of a criterion may be given to the others. */
export function PhrasesField(props: QuestionDetailsProps<CriterionQuestion | TextQuestion>) {
  const { grid, question, draftKey, save } = props
  const { t } = useTranslation('grids')
  const language = useLanguage()
  const phrases = question.phrases ?? []
  const lines: Text = {
    fr: phrases.map(({ fr }) => fr).join('\n'),
    en: phrases.map(({ en }) => en).join('\n'),
  }
  const without = allQuestions(grid.draft).filter(
    (each) => each.type === 'criterion' && !each.phrases,
  ).length
  const give = () =>
    grid.changeQuestions((each) =>
      each.type === 'criterion' && !each.phrases ? { ...each, phrases } : each,
    )
  return (
    <div className={css.condition}>
      <GridText
        label={t('phrases')}
        hint={t('phrasesHint')}
        value={lines}
        draftKey={`${draftKey}:phrases`}
        onCommit={(text) => {
          const next = phrasesOf(text[language], phrases, language)
          return save(changed(question, { phrases: next.length > 0 ? next : undefined }))
        }}
      />
      {question.type === 'criterion' && phrases.length > 0 && without > 0 && (
        <div>
          <Button onClick={() => reportFailure(give())}>
            {t('phrasesGive', { count: without })}
          </Button>
        </div>
      )}
    </div>
  )
}

/** One phrase a line; a phrase known keeps what it says in the other language. */
function phrasesOf(lines: string, known: readonly Text[], language: 'fr' | 'en'): readonly Text[] {
  const said = lines.split('\n').flatMap(phrasesIn)
  return [...new Set(said.map((words) => words.trim()).filter((words) => words !== ''))].map(
    (words) => known.find((phrase) => phrase[language] === words) ?? { fr: words, en: words },
  )
}

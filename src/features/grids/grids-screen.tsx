import { FileInput, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRecords } from '#data/stores-context.ts'
import { useFormShelf } from '#data/use-form-shelf.ts'
import { allQuestions, FORM_KINDS, type Form } from '#domain/form/form.ts'
import { nextVersion } from '#domain/grid/form-shelf.ts'
import { readGrid } from '#domain/grid/grid.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FillingRows } from '#ui/form/filling-rows.tsx'
import { useText } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Page } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import css from './grids.module.css'
import { useMayEdit } from './use-may-edit.ts'
import { blankForm, useNewGrid } from './use-new-grid.ts'

/** The grids of the dispositif, then the library to begin one from. */
export function GridsScreen() {
  const { t } = useTranslation('grids')
  const text = useText()
  const publications = useRecords('grid-version')
  const grids = useRecords('grid').map(({ id, fields }) => readGrid(id, fields))
  const shelf = useFormShelf()
  const mayEdit = useMayEdit()
  const { make, open } = useNewGrid()
  const create = (form: Form) => reportFailure(make(form).then(open))
  const library = FORM_KINDS.flatMap((kind) => shelf.ofKind(kind)).filter(
    ({ edition, form }) => edition === undefined && form.kind !== 'adverse-event',
  )
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={{ to: paths.audits(), label: t('back') }}
      aside={
        mayEdit && (
          <ButtonLink to={paths.importGrid()} icon={FileInput}>
            {t('import')}
          </ButtonLink>
        )
      }
      dock={
        mayEdit && (
          <Button
            tone="primary"
            size="big"
            icon={Plus}
            onClick={() => create(blankForm(t('untitled'), t('firstSection')))}
          >
            {t('create')}
          </Button>
        )
      }
    >
      {!mayEdit && <Notice>{t('readOnly')}</Notice>}
      <Section title={t('mine')}>
        {grids.length === 0 ? (
          <EmptyState text={t('none')} />
        ) : (
          <FillingRows
            rows={grids.map(({ id, draft, status }) => {
              const published = nextVersion(publications, id) - 1
              return {
                id,
                to: paths.grid(id),
                title: text(draft.title) || t('untitled'),
                detail: t('questions', { count: allQuestions(draft).length }),
                figure:
                  status === 'retired'
                    ? t('retired')
                    : published > 0
                      ? t('published', { version: published })
                      : t('draft'),
              }
            })}
          />
        )}
      </Section>
      {mayEdit && (
        <Section title={t('library')} note={t('libraryNote')}>
          <ul className={css.library}>
            {library.map(({ form }) => (
              <li key={form.id}>
                <div>
                  <p className={css.title}>{text(form.title)}</p>
                  <p className="small soft">
                    {[form.code, t('questions', { count: allQuestions(form).length })].join(', ')}
                  </p>
                </div>
                <Button
                  aria-label={t('duplicateNamed', { title: text(form.title) })}
                  onClick={() => create(form)}
                >
                  {t('duplicate')}
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

import { FileInput, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRecords } from '#data/stores-context.ts'
import { useFormShelf } from '#data/use-form-shelf.ts'
import { allQuestions, FORM_KINDS, type Form } from '#domain/form/form.ts'
import { isMadeFor } from '#domain/form/library/made-for.ts'
import { nextVersion } from '#domain/grid/form-shelf.ts'
import { readGrid } from '#domain/grid/grid.ts'
import { SITE_KINDS, type SiteKind } from '#domain/site/site.ts'
import { SITE_KIND_TEXTS } from '#domain/site/site-texts.ts'
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
import { SelectField } from '#ui/select-field.tsx'
import css from './grids.module.css'
import { LibraryGrid } from './library-grid.tsx'
import { useMayEdit } from './use-may-edit.ts'
import { blankForm, useNewGrid } from './use-new-grid.ts'

/** Kinds of homes a grid may be made for. */
const MADE_FOR = SITE_KINDS.filter((kind) => kind !== 'other')

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
  const [home, setHome] = useState<SiteKind>('other')
  const shown = library.filter(({ form }) => isMadeFor(form, home))
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
          <div className={css.madeFor}>
            <SelectField
              label={t('madeFor')}
              value={home}
              onChange={(kind) => setHome(SITE_KINDS.find((each) => each === kind) ?? 'other')}
              options={[
                { value: 'other', label: t('madeForAll') },
                ...MADE_FOR.map((kind) => ({ value: kind, label: text(SITE_KIND_TEXTS[kind]) })),
              ]}
            />
          </div>
          <ul className={css.library}>
            {shown.map(({ form }) => (
              <LibraryGrid key={form.id} form={form} onDuplicate={() => create(form)} />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

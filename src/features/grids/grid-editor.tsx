import { Eye, Plus, Send, Undo2 } from 'lucide-react'
import { useCallback, useDeferredValue, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '#data/stores-context.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#ui/button.tsx'
import { DockRow } from '#ui/dock-row.tsx'
import { DockWord } from '#ui/dock-word.tsx'
import { SavedLine } from '#ui/form/saved-line.tsx'
import { useText } from '#ui/i18n.ts'
import { Notice } from '#ui/notice.tsx'
import { reportFailure } from '#ui/notices.ts'
import { Page } from '#ui/page.tsx'
import { firstOf, useGradual } from '#ui/use-gradual.ts'
import type { CheckPlace } from './check-places.ts'
import { ExportGrid } from './export-grid.tsx'
import { GridChecks } from './grid-checks.tsx'
import { GridHead } from './grid-head.tsx'
import { GridPreview } from './grid-preview.tsx'
import { GridSection } from './grid-section.tsx'
import css from './grids.module.css'
import { Place, type Sought, SoughtPlace } from './place.tsx'
import { PublishSheet } from './publish-sheet.tsx'
import { QuestionSheet } from './question/question-sheet.tsx'
import { RetireGrid } from './retire-grid.tsx'
import type { GridState } from './use-grid.ts'
import { useMayEdit } from './use-may-edit.ts'

/** The grid on the left, what it will look like on the right; one below the other on a tablet held upright. */
export function GridEditor({ grid }: { readonly grid: GridState }) {
  const { t } = useTranslation('grids')
  const text = useText()
  const { profile } = useWorkspace()
  const mayEdit = useMayEdit()
  const [edited, setEdited] = useState<{ section: string; id: string }>()
  const [sought, setSought] = useState<Sought>()
  const [publishes, setPublishes] = useState(false)
  const [previews, setPreviews] = useState(false)
  const { draft } = grid
  // What is written first; what it will look like follows.
  const previewed = useDeferredValue(draft)
  const drawn = useGradual(draft.sections.reduce((sum, each) => sum + each.questions.length, 0))
  const latest = useRef(grid)
  latest.current = grid
  const moveQuestion = useCallback(
    (id: string, by: -1 | 1) => reportFailure(latest.current.moveQuestion(id, by)),
    [],
  )
  const leadOf = () => {
    if (grid.status === 'retired') return t('retired')
    return grid.next > 1 ? t('published', { version: grid.next - 1 }) : t('draft')
  }
  const open = useCallback((question: { section: string; id: string }) => {
    setSought(undefined)
    setEdited(question)
  }, [])
  const leadTo = ({ name, question }: CheckPlace) => {
    setSought({ name })
    if (question) setEdited(question)
  }
  return (
    <SoughtPlace value={sought}>
      <Page
        title={text(draft.title) || t('untitled')}
        lead={leadOf()}
        back={{ to: paths.grids(), label: t('title') }}
        aside={<ExportGrid form={draft} />}
        status={<SavedLine saving={grid.saving} timeZone={profile.dispositif.timeZone} />}
        dock={
          <DockRow>
            <Button icon={Undo2} disabled={grid.undoable === 0} onClick={() => grid.undo()}>
              <DockWord>{t('undo')}</DockWord>
            </Button>
            <Button
              className={css.turn}
              icon={Eye}
              aria-pressed={previews}
              onClick={() => setPreviews(!previews)}
            >
              {t(previews ? 'write' : 'preview')}
            </Button>
            <Button
              tone="primary"
              size="big"
              icon={Send}
              disabled={!mayEdit}
              onClick={() => setPublishes(true)}
            >
              <DockWord short={t('publishShort')}>{t('publish', { version: grid.next })}</DockWord>
            </Button>
          </DockRow>
        }
      >
        {!mayEdit && <Notice>{t('readOnly')}</Notice>}
        <div className={css.editor} data-previews={previews || undefined}>
          <div className={css.written}>
            <GridHead grid={grid} />
            <GridChecks grid={grid} onLead={leadTo} />
            {firstOf(draft.sections, drawn).map((section, at) => (
              <GridSection
                key={section.id}
                grid={grid}
                section={section}
                isFirst={at === 0}
                isLast={at === draft.sections.length - 1}
                onOpen={open}
                onMove={moveQuestion}
              />
            ))}
            <Place name="sections:add">
              <Button icon={Plus} onClick={() => reportFailure(grid.addSection(t('newSection')))}>
                {t('addSection')}
              </Button>
            </Place>
            <RetireGrid grid={grid} />
          </div>
          <div className={css.preview}>
            <GridPreview form={previewed} />
          </div>
        </div>
        {edited && (
          <QuestionSheet
            key={edited.id}
            grid={grid}
            section={edited.section}
            id={edited.id}
            onClose={() => setEdited(undefined)}
          />
        )}
        <PublishSheet grid={grid} isOpen={publishes} onClose={() => setPublishes(false)} />
      </Page>
    </SoughtPlace>
  )
}

import { useEffect } from 'react'
import { create } from 'zustand'
import { useRecords } from '#data/stores-context.ts'
import type { Snapshot } from '#data/workspace.ts'
import type { fillingFigure } from '#domain/figures/filling-figure.ts'
import type { Filling } from '#domain/filling/filling.ts'
import type { Form } from '#domain/form/form.ts'
import { reportFailure } from '#ui/notices.ts'
import type { HomeFilling } from './home-view.ts'

export type FormView =
  | { readonly kind: 'loading' }
  /** Of another version of the app. */
  | { readonly kind: 'missing'; readonly figureOf: typeof fillingFigure }
  | { readonly kind: 'ready'; readonly form: Form; readonly figureOf: typeof fillingFigure }

/** Forms read since the page opened: they never change, so a second screen has them at once. */
const useShelf = create<ReadonlyMap<string, FormView>>(() => new Map())

/** The forms of these fillings, each read once and only those. */
export function useForms(fillings: readonly HomeFilling[]): (of: HomeFilling) => FormView {
  const shelf = useShelf()
  const publications = useRecords('grid-version')
  useEffect(() => {
    for (const { filling } of fillings) {
      const key = keyOf(filling)
      // A publication may come after the filling that names it: it is looked for again.
      const known = useShelf.getState().get(key)
      if (known && known.kind !== 'missing') continue
      if (!known) shelve(key, { kind: 'loading' })
      reportFailure(read(filling, publications).then((view) => shelve(key, view)))
    }
  }, [fillings, publications])
  return ({ filling }) => shelf.get(keyOf(filling)) ?? { kind: 'loading' }
}

/** The form, and the engine that counts it: neither is in the first load. */
async function read(filling: Filling, publications: readonly Snapshot[]): Promise<FormView> {
  const [form, { fillingFigure: figureOf }] = await Promise.all([
    formOf(filling, publications),
    import('#domain/figures/filling-figure.ts'),
  ])
  return form ? { kind: 'ready', form, figureOf } : { kind: 'missing', figureOf }
}

async function formOf(
  { form, formVersion, edition }: Filling,
  publications: readonly Snapshot[],
): Promise<Form | undefined> {
  if (edition === '') {
    // The list of the library is not for the first screen to carry: it comes with the first form.
    const { loadForm } = await import('#domain/form/library/load-form.ts')
    return loadForm(form, formVersion)
  }
  const { readForm } = await import('#domain/form/read-form.ts')
  const read = readForm(publications.find(({ id }) => id === edition)?.fields.form)
  return read.ok ? read.value : undefined
}

function shelve(key: string, view: FormView): void {
  const known = useShelf.getState().get(key)
  if (known?.kind === 'missing' && view.kind === 'missing') return
  useShelf.setState(new Map(useShelf.getState()).set(key, view), true)
}

function keyOf({ form, formVersion, edition }: Filling): string {
  return edition || `${form}@${formVersion}`
}

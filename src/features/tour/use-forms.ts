import { useEffect } from 'react'
import { create } from 'zustand'
import type { Form } from '#domain/form/form.ts'
import { loadForm } from '#domain/form/library/load-form.ts'
import { reportFailure } from '#ui/notices.ts'
import type { HomeFilling } from './home-view.ts'

export type FormView =
  | { readonly kind: 'loading' }
  /** Of another version of the app. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'ready'; readonly form: Form }

/** Forms read since the page opened: they never change, so a second screen has them at once. */
const useShelf = create<ReadonlyMap<string, FormView>>(() => new Map())

/** The forms of these fillings, each read once and only those. */
export function useForms(fillings: readonly HomeFilling[]): (of: HomeFilling) => FormView {
  const shelf = useShelf()
  useEffect(() => {
    for (const { filling } of fillings) {
      const { form, formVersion } = filling
      if (useShelf.getState().has(keyOf(form, formVersion))) continue
      shelve(form, formVersion, { kind: 'loading' })
      reportFailure(
        loadForm(form, formVersion).then((read) =>
          shelve(form, formVersion, read ? { kind: 'ready', form: read } : { kind: 'missing' }),
        ),
      )
    }
  }, [fillings])
  return ({ filling }) => shelf.get(keyOf(filling.form, filling.formVersion)) ?? { kind: 'loading' }
}

function shelve(form: string, version: number, view: FormView): void {
  useShelf.setState(new Map(useShelf.getState()).set(keyOf(form, version), view), true)
}

function keyOf(form: string, version: number): string {
  return `${form}@${version}`
}

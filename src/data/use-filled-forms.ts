import type { Filling } from '#domain/filling/filling.ts'
import { useRecords } from './stores-context.ts'
import { useFormShelf } from './use-form-shelf.ts'

/** Fillings with all that is needed to read them elsewhere; those whose form is not on this device are left out. */
export function useFilledForms(
  type: 'audit' | 'epp' | 'tracer',
  fillings: readonly Filling[],
  sites: ReadonlyMap<string, { readonly name: string }>,
) {
  const forms = useFormShelf()
  const fields = new Map(useRecords(type).map((record) => [record.id, record.fields]))
  return fillings.flatMap((filling) => {
    const form = forms.find(filling)
    const place = sites.get(filling.site)?.name ?? ''
    return form
      ? [{ form, filling, fields: fields.get(filling.id) ?? {}, place, formOf: forms.find }]
      : []
  })
}

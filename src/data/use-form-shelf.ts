import { type FormShelf, formShelf } from '#domain/grid/form-shelf.ts'
import { useRecords } from './stores-context.ts'

/** Every form of this device, built in and published here; the same shelf until one is published. */
export function useFormShelf(): FormShelf {
  return formShelf(useRecords('grid-version'), useRecords('grid'))
}

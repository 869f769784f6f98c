import { useEffect } from 'react'
import { create } from 'zustand'
import { reportFailure } from '#ui/notices.ts'

type Catalogue = typeof import('#domain/form/library/catalogue.ts')

const useShelf = create<{ readonly catalogue?: Catalogue }>(() => ({}))

/** Names of the forms, for a start page that must not wait for them; undefined until they are read. */
export function useCatalogue(): Catalogue | undefined {
  const { catalogue } = useShelf()
  useEffect(() => {
    if (catalogue) return
    reportFailure(
      import('#domain/form/library/catalogue.ts').then((read) =>
        useShelf.setState({ catalogue: read }),
      ),
    )
  }, [catalogue])
  return catalogue
}

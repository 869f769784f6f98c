import { useEffect } from 'react'
import { create } from 'zustand'
import { reportFailure } from '#ui/notices.ts'

type TitleOfForm = typeof import('#domain/form/library/title-of-form.ts').titleOfForm

const useShelf = create<{ readonly titleOf?: TitleOfForm }>(() => ({}))

/** Names of the forms, for a start page that must not wait for them; undefined until they are read. */
export function useTitleOfForm(): TitleOfForm | undefined {
  const { titleOf } = useShelf()
  useEffect(() => {
    if (titleOf) return
    reportFailure(
      import('#domain/form/library/title-of-form.ts').then((read) =>
        useShelf.setState({ titleOf: read.titleOfForm }),
      ),
    )
  }, [titleOf])
  return titleOf
}

import type { ComponentProps, ReactNode } from 'react'
import { EmptyState } from '../empty-state.tsx'
import { Section } from '../section.tsx'
import { FillingRows } from './filling-rows.tsx'

type Rows = ComponentProps<typeof FillingRows>['rows']

interface FillingListsProps {
  readonly drafts: Rows
  readonly closed: Rows
  readonly words: Record<'drafts' | 'noDraft' | 'closed' | 'noClosed', string>
  /** What begins a new one, between the two lists. */
  readonly children: ReactNode
}

/** Forms of a kind: those under way first, then how to begin one, then the ended ones. */
export function FillingLists({ drafts, closed, words, children }: FillingListsProps) {
  return (
    <>
      <Section title={words.drafts}>
        {drafts.length === 0 ? <EmptyState text={words.noDraft} /> : <FillingRows rows={drafts} />}
      </Section>
      {children}
      <Section title={words.closed}>
        {closed.length === 0 ? <EmptyState text={words.noClosed} /> : <FillingRows rows={closed} />}
      </Section>
    </>
  )
}

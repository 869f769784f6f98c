/**
 * Numbers of the HAS manual: chapter « 2 », objectif « 2.2 », critère « 2.2.1 ». An element has no
 * number of its own: it is the nth of its critère. As the id of a question may hold no dot, the second
 * element of critère 2.2.1 is the question `2-2-1-2`.
 */
export interface HasNumber {
  readonly chapter: string
  readonly objective: string
  readonly criterion: string
}

/** Id of the question of an element; `rank` counts from 1 within its critère. */
export function elementId(criterion: string, rank: number): string {
  return `${criterion.replaceAll('.', '-')}-${rank}`
}

/** Where an element stands in the manual; undefined for a question that is not one. */
export function numberOfElement(id: string): HasNumber | undefined {
  const parts = /^([1-3])-(\d{1,2})-(\d{1,2})-\d{1,2}$/.exec(id)
  const [, chapter, objective, criterion] = parts ?? []
  if (!chapter || !objective || !criterion) return undefined
  return {
    chapter,
    objective: `${chapter}.${objective}`,
    criterion: `${chapter}.${objective}.${criterion}`,
  }
}

/** Order of the manual: 3.2 comes before 3.10. */
export function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}

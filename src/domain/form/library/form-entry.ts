import type { SiteKind } from '../../site/site.ts'
import type { Form } from '../form.ts'

/** The part of an entry that the form itself says. */
export type Identity = Pick<Form, 'id' | 'version' | 'kind' | 'code' | 'title' | 'method'>

/** What is said of a form without opening it: enough for a list, a title, a count. */
export interface FormEntry extends Identity {
  /** How many criteria it has: what one reads before beginning. */
  readonly criteria: number
  /** Kinds of homes it is made for; all when left out. */
  readonly kinds?: readonly SiteKind[]
}

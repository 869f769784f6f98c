/**
 * Another tab wrote since this one read: the transaction changed nothing, read again and start over.
 * Fencing numbers (`MetaRow.rev`) bring it up; they hold where Web Locks are absent or stolen.
 */
export class StaleError extends Error {
  override readonly name = 'StaleError'
}

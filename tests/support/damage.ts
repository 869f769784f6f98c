import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'

/**
 * Changes a data file behind the server's back, as a broken disk or a hand in the file would: past
 * the triggers that keep the log, past unique indexes where a statement drops them.
 */
export function damage(folder: string, ...statements: readonly string[]): void {
  const driver = new DatabaseSync(join(folder, 'escale.sqlite'))
  try {
    driver.exec('pragma foreign_keys = OFF')
    driver.exec('drop trigger change_log_keeps')
    driver.exec('drop trigger change_log_stays')
    for (const statement of statements) driver.exec(statement)
  } finally {
    driver.close()
  }
}

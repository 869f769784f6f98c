import type { Kysely } from 'kysely'
import type { Session } from '../store.ts'
import { kyselyBlobShelf } from './kysely-blob-shelf.ts'
import { kyselyChangeLog } from './kysely-change-log.ts'
import { kyselyDirectory } from './kysely-directory.ts'
import { kyselyIntakeBox } from './kysely-intake-box.ts'
import { kyselyInventory } from './kysely-inventory.ts'
import { kyselyLossBook } from './kysely-loss-book.ts'
import { kyselyMeta } from './kysely-meta.ts'
import { kyselyQuarantineShelf } from './kysely-quarantine-shelf.ts'
import { kyselyRecordBook } from './kysely-record-book.ts'
import type { SqlDialect } from './sql-dialect.ts'
import type { Tables } from './tables.ts'

/** Everything a transaction gives access to, over one connection. */
export function kyselySession(
  db: Kysely<Tables>,
  dialect: SqlDialect,
  endsHere: Session['endsHere'] = () => {},
): Session {
  return {
    endsHere,
    meta: kyselyMeta(db),
    directory: kyselyDirectory(db, dialect),
    log: kyselyChangeLog(db),
    losses: kyselyLossBook(db),
    quarantine: kyselyQuarantineShelf(db),
    records: kyselyRecordBook(db, dialect),
    blobs: kyselyBlobShelf(db),
    intake: kyselyIntakeBox(db),
    inventory: kyselyInventory(db),
  }
}

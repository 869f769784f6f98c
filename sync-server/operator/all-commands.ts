import { addDispositifCommand } from './add-dispositif.ts'
import { backupCommand } from './backup.ts'
import type { Command } from './command.ts'
import { importCommand } from './import-files.ts'
import { migrateStoreCommand } from './migrate-store.ts'
import { restoreCommand } from './restore.ts'
import { statusCommand } from './status.ts'
import { verifyCommand } from './verify.ts'

/** Every command of the operator, in the order the help shows them. */
export const ALL_COMMANDS: readonly Command[] = [
  statusCommand,
  backupCommand,
  restoreCommand,
  verifyCommand,
  importCommand,
  migrateStoreCommand,
  addDispositifCommand,
]

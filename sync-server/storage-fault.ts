import { NewerSchema, OlderSchema } from './store/kysely/migrate.ts'
import { PostgresUnusable } from './store/postgres-driver.ts'
import { DamagedFile, SqliteTooOld } from './store/sqlite-driver.ts'

const NO_ACCESS = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT']

/** The address of the database is never repeated: it may hold a password. */
const POSTGRES_FAULTS: Record<PostgresUnusable['fault'], string> = {
  unreachable:
    'La base PostgreSQL de DATABASE_URL ne répond pas : vérifiez l’adresse, et que la base est démarrée.',
  account: 'La base PostgreSQL refuse le compte de DATABASE_URL.',
  'no-database': 'La base PostgreSQL nommée dans DATABASE_URL n’existe pas : créez-la, vide.',
  version: 'La base PostgreSQL est trop ancienne : il en faut une de version 13 ou plus.',
  replica: 'La base PostgreSQL est la copie d’une autre : rien ne peut y être écrit.',
  synchronous_commit:
    'La base PostgreSQL pourrait perdre ce qu’elle confirme : réglez synchronous_commit sur on.',
  fsync: 'La base PostgreSQL pourrait perdre ce qu’elle confirme : réglez fsync sur on.',
  full_page_writes:
    'La base PostgreSQL pourrait s’abîmer à une coupure : réglez full_page_writes sur on.',
  encoding: 'La base PostgreSQL n’est pas en UTF8 : créez-en une qui l’est.',
}

/** What the data folder or its disk refused, in one plain sentence of French; undefined for all else. */
export function storageFault(error: unknown, dataFolder: string): string | undefined {
  if (error instanceof SqliteTooOld) {
    return 'La base SQLite de ce Node est trop ancienne : installez une version plus récente de Node, puis relancez.'
  }
  if (error instanceof PostgresUnusable) return POSTGRES_FAULTS[error.fault]
  if (error instanceof NewerSchema) {
    return `Les données de « ${dataFolder} » viennent d’une version plus récente d’Escale : installez cette version, puis relancez.`
  }
  if (error instanceof OlderSchema) {
    return `Les données de « ${dataFolder} » viennent d’une version plus ancienne d’Escale : démarrez le serveur une fois, il les met à jour.`
  }
  const code = codeOf(error)
  if (NO_ACCESS.includes(code) || hasText(error, /readonly database|unable to open database/)) {
    return `Le dossier de données « ${dataFolder} » ne peut pas être écrit : donnez les droits d’écriture, ou choisissez un autre dossier avec DATA_DIR.`
  }
  if (code === 'ENOSPC' || hasText(error, /disk is full/)) {
    return `L’espace manque sur le disque de « ${dataFolder} » : libérez de la place, puis relancez.`
  }
  if (code === 'EIO' || hasText(error, /disk I\/O error/)) {
    return `Le disque de « ${dataFolder} » a refusé une lecture ou une écriture : vérifiez le disque, puis relancez.`
  }
  if (hasText(error, /database is locked/)) {
    return `Un autre serveur Escale utilise déjà le dossier de données « ${dataFolder} ».`
  }
  if (error instanceof DamagedFile || hasText(error, /not a database|malformed/)) {
    return `Le fichier de données de « ${dataFolder} » est abîmé : rien n’a été modifié. Remettez une sauvegarde à sa place, puis relancez.`
  }
  return undefined
}

/** The system's code of an error, empty when it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}

function hasText(error: unknown, pattern: RegExp): boolean {
  return error instanceof Error && pattern.test(error.message)
}

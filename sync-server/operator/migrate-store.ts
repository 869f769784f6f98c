import { mkdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { frenchSpaces } from '#domain/shared/typography.ts'
import { type CopyFault, copyStore } from '../store/kysely/copy-store.ts'
import { openTables, type StorePlace } from '../store/open-store.ts'
import { type Command, CommandRefusal, type GivenOptions } from './command.ts'

/** `migrate-store`: from a data file to PostgreSQL, or back, with the proof that both are equal. */
export const migrateStoreCommand: Command = {
  name: 'migrate-store',
  help: 'copie toutes les données d’un stockage à un autre, SQLite ou PostgreSQL, serveur arrêté',
  options: {
    from: {
      type: 'string',
      value: 'DOSSIER|URL',
      help: 'd’où : dossier de données ou postgres://…',
    },
    to: { type: 'string', value: 'URL|DOSSIER', help: 'vers où, vide : postgres://… ou dossier' },
    json: { type: 'boolean', help: 'pour un programme' },
  },
  async run({ options, terminal }) {
    const from = await openTables(placeOf(options, 'from'))
    try {
      const place = placeOf(options, 'to')
      if (!place.databaseUrl) await mkdir(place.dataFolder, { recursive: true, mode: 0o700 })
      const to = await openTables(place)
      try {
        const copied = await copyStore(from, to, (table, rows) =>
          terminal.progress(`${table} : ${rows}`),
        )
        if (!copied.ok) throw new CommandRefusal(sentenceOf(copied.error))
        const rows = copied.value.reduce((sum, table) => sum + table.rows, 0)
        if (options.flag('json')) {
          terminal.say(JSON.stringify({ from: from.name, to: to.name, tables: copied.value }))
        } else {
          terminal.say(
            frenchSpaces(
              `Copie faite et vérifiée, de ${from.name} vers ${to.name} : ${copied.value.length} tables, ${rows} lignes identiques, fiches égales au journal rejoué.`,
            ),
          )
          terminal.say(
            frenchSpaces(
              'Les photos ne changent pas de place : gardez le même DATA_DIR. Ne démarrez plus de serveur sur l’ancien stockage.',
            ),
          )
        }
        return 0
      } finally {
        await to.db.destroy()
      }
    } finally {
      await from.db.destroy()
    }
  },
}

function placeOf(options: GivenOptions, name: 'from' | 'to'): StorePlace {
  const typed = options.text(name)
  if (!typed) throw new CommandRefusal('Dites d’où et vers où : --from et --to.')
  if (/^postgres(ql)?:\/\//.test(typed)) return { dataFolder: '', databaseUrl: typed }
  return { dataFolder: basename(typed) === 'escale.sqlite' ? dirname(typed) : typed }
}

function sentenceOf(fault: CopyFault): string {
  switch (fault.kind) {
    case 'not-empty':
      return 'Le stockage d’arrivée n’est pas vide : rien n’a été copié. Donnez une base ou un dossier neufs.'
    case 'table-differs':
      return `La table « ${fault.table} » n’est pas la même des deux côtés : rien n’a été gardé de la copie.`
    case 'records-differ':
      return `${fault.count} fiches ne sont pas celles que dit le journal : rien n’a été gardé de la copie. « verify » donne lesquelles.`
  }
}

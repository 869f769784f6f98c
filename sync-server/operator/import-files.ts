import { existsSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { frenchSpaces } from '#domain/shared/typography.ts'
import { FILE_LIMITS } from '#protocol/sealed-file.ts'
import { createBlobFiles } from '../blobs/blob-files.ts'
import { type BundleFault, type TakenBundle, takeBundle } from '../bundles/take-bundle.ts'
import { openStore, sqliteFile } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { countOf } from './checks/check.ts'
import { type Command, CommandRefusal } from './command.ts'

const FAULT_WORDS: Record<BundleFault, string> = {
  'too-large': 'il est trop gros pour un fichier de rendez-vous',
  foreign: 'ce n’est pas un fichier de rendez-vous d’Escale',
  newer: 'il vient d’une version d’Escale plus récente que ce serveur',
  damaged: 'il est arrivé coupé ou abîmé : refaites la copie',
  'not-a-bundle': 'c’est un reçu : il s’ouvre sur la tablette qui l’attend',
  unknown: 'sa tablette n’est pas de ce serveur',
  unreadable: 'il a été modifié en route, ou fermé pour un autre serveur',
}

/**
 * `import`: the work of a tablet that came by hand, and the receipt that goes back to it. A data file has
 * one writer, so its server is stopped, and while it runs any enrolled device of the office imports as
 * well; a PostgreSQL is shared.
 */
export const importCommand: Command = {
  name: 'import',
  help: 'reçoit les fichiers de tablettes sans réseau, et fait leurs reçus (serveur arrêté, sauf avec PostgreSQL)',
  options: {
    file: { type: 'string', multiple: true, value: 'FICHIER', help: 'un fichier à recevoir' },
    receipts: { type: 'string', value: 'DOSSIER', help: 'où écrire les reçus ; ici sinon' },
  },
  async run({ options, config: { dataFolder, databaseUrl }, terminal, now }) {
    const files = options.texts('file')
    if (files.length === 0) throw new CommandRefusal('Dites quel fichier : --file FICHIER.')
    if (!databaseUrl && !existsSync(sqliteFile(dataFolder))) {
      throw new CommandRefusal(
        `Il n’y a pas de données dans « ${dataFolder} » : dites où elles sont avec DATA_DIR.`,
      )
    }
    const store = await openStore({ dataFolder, databaseUrl })
    try {
      let refused = 0
      for (const path of files) {
        const taken = await takeFile(path, store, { dataFolder, now })
        if (typeof taken === 'string') {
          refused += 1
          terminal.warn(`« ${basename(path)} » n’a rien changé : ${taken}.`)
          continue
        }
        const receipt = join(options.text('receipts') ?? '.', `escale-recu-${taken.id}.escale`)
        await writeFile(receipt, taken.file)
        terminal.say(frenchSpaces(`${sayTaken(basename(path), taken)} Reçu : ${receipt}`))
      }
      return refused === 0 ? 0 : 1
    } finally {
      await store.close()
    }
  },
}

async function takeFile(
  path: string,
  store: Store,
  { dataFolder, now }: { dataFolder: string; now: () => number },
): Promise<TakenBundle | string> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return 'il n’y a pas de fichier à ce nom'
  if (found.size > FILE_LIMITS.bytes) return FAULT_WORDS['too-large']
  const blobFiles = createBlobFiles(join(dataFolder, 'photos'))
  const bytes = Uint8Array.from(await readFile(path))
  const taken = await takeBundle(bytes, { store, blobFiles, now })
  return taken.ok ? taken.value : FAULT_WORDS[taken.error]
}

function sayTaken(name: string, { receipt }: TakenBundle): string {
  const { outcomes } = receipt.push
  const aside = outcomes.filter(({ outcome }) => outcome === 'quarantined').length
  const parts = [`« ${name} » : ${countOf(outcomes.length, 'saisie')} au serveur`]
  if (aside > 0) parts.push(`dont ${aside} à revoir`)
  if (receipt.wanted.length > 0) parts.push(`${countOf(receipt.wanted.length, 'photo')} à venir`)
  if (receipt.stopped && receipt.stopped.kind !== 'clone')
    parts.push('il en manque avant : le reçu le dit à la tablette')
  if (receipt.stopped?.kind === 'clone') parts.push('la tablette semble avoir été copiée')
  return `${parts.join(', ')}.`
}

import { mkdir, rm } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { frenchSpaces } from '#domain/shared/typography.ts'
import { createBlobFiles } from '../blobs/blob-files.ts'
import { prepareDataFolder } from '../prepare-data-folder.ts'
import { openKyselyReader, openKyselyStore } from '../store/kysely/kysely-store.ts'
import { ownDataFile } from '../store/sqlite-driver.ts'
import type { Store } from '../store/store.ts'
import { ageWords } from './age-words.ts'
import { digestData, spokenDigest } from './backup/digest-data.ts'
import { backupDate } from './backup/keep.ts'
import { countOf } from './checks/check.ts'
import { checkData, FILE_CHECKS } from './checks/check-data.ts'
import { type Command, type CommandCall, CommandRefusal } from './command.ts'
import { expectDataFile } from './open-data.ts'
import { bringPhotos } from './restore/bring-photos.ts'
import { hasData, putBack } from './restore/put-back.ts'
import { readKeyFile, unsealFile } from './restore/unseal.ts'
import { reportOf } from './verify.ts'

/** `restore`: a sealed backup becomes the data, under a new epoch, once it is proven sound. */
export const restoreCommand: Command = {
  name: 'restore',
  help: 'remet une sauvegarde en place, serveur arrêté',
  options: {
    from: { type: 'string', value: 'FICHIER', help: 'la sauvegarde scellée (escale-….age)' },
    identity: { type: 'string', value: 'FICHIER', help: 'le fichier de la clé secrète' },
    replace: {
      type: 'boolean',
      help: 'prend la place de données présentes, qui sont gardées à côté',
    },
    anyway: { type: 'boolean', help: 'met en place même si la vérification trouve des défauts' },
  },
  async run(call) {
    const { options, config } = call
    const from = options.text('from')
    const identity = options.text('identity')
    if (from === undefined || identity === undefined) {
      throw new CommandRefusal(
        'Dites quelle sauvegarde et quelle clé : --from FICHIER --identity FICHIER.',
      )
    }
    expectDataFile(config.databaseUrl)
    await prepareDataFolder(config.dataFolder)
    const release = await ownDataFile(join(config.dataFolder, 'escale.sqlite'))
    try {
      return await restore(call, resolve(from), resolve(identity))
    } finally {
      release()
    }
  },
}

async function restore(call: CommandCall, from: string, identity: string): Promise<number> {
  const { options, terminal } = call
  const { dataFolder } = call.config
  if (hasData(dataFolder) && !options.flag('replace')) {
    throw new CommandRefusal(
      `« ${dataFolder} » contient déjà des données : choisissez un dossier vide, ou ajoutez --replace (elles seront gardées à côté).`,
    )
  }
  const opener = await readKeyFile(identity)
  const draft = join(dataFolder, '.restore')
  try {
    await rm(draft, { recursive: true, force: true })
    await mkdir(draft, { mode: 0o700 })
    const file = join(draft, 'escale.sqlite')
    terminal.progress('Ouverture de la sauvegarde')
    await unsealFile(opener, from, file)

    const photos = await renew(file, (store) =>
      bringPhotos(store, opener, from, createBlobFiles(join(dataFolder, 'photos'))),
    )
    const held = await examine(call, file)
    if (!held.isSound && !options.flag('anyway')) {
      terminal.warn(
        'La sauvegarde a des défauts : rien n’a été modifié (--anyway la met en place quand même).',
      )
      return 1
    }
    const aside = join(dataFolder, `avant-restauration-${stampOf(call.now())}`)
    const hadData = hasData(dataFolder)
    await putBack(file, dataFolder, aside)
    terminal.say(wordsOf(call, from, { ...held, photos, aside: hadData ? aside : undefined }))
    return held.isSound ? 0 : 1
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** Opens the restored file as a server would, older versions brought up to date, and renews its epoch. */
async function renew<T>(file: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openKyselyStore(file)
  try {
    await store.write((session) => session.meta.renewEpoch())
    return await work(store)
  } finally {
    await store.close()
  }
}

async function examine({ config, terminal }: CommandCall, file: string) {
  const data = await openKyselyReader(file)
  try {
    const findings = await checkData(data, {
      checks: FILE_CHECKS,
      dataFolder: config.dataFolder,
      progress: terminal.progress,
    })
    const isSound = findings.every(({ faults }) => faults.length === 0)
    if (!isSound) terminal.warn(reportOf(findings))
    return await data.read(async (session) => ({
      isSound,
      counts: await session.inventory.counts(),
      digest: await digestData(session),
      lastReceivedAt: Math.max(
        0,
        ...(await session.inventory.devices()).map((device) => device.lastReceivedAt ?? 0),
      ),
    }))
  } finally {
    await data.close()
  }
}

interface Restored {
  readonly counts: { readonly operations: number; readonly records: number }
  readonly digest: string
  readonly lastReceivedAt: number
  readonly photos: { readonly here: number; readonly awaited: number }
  readonly aside: string | undefined
}

function wordsOf(call: CommandCall, from: string, restored: Restored): string {
  const { counts, digest, photos, aside } = restored
  const madeAt = backupDate(basename(from)) ?? restored.lastReceivedAt
  const awaited =
    photos.awaited > 0
      ? ` (${countOf(photos.awaited, 'autre attendue', 'autres attendues')} des appareils)`
      : ''
  const lines = [
    `Sauvegarde remise en place : elle date de ${ageWords(call.now() - madeAt)}.`,
    `${countOf(counts.operations, 'opération')}, ${countOf(counts.records, 'fiche')}, ${countOf(photos.here, 'photo')}${awaited} ; empreinte ${spokenDigest(digest)}.`,
    ...(aside ? [`Les données d’avant sont gardées dans « ${aside} ».`] : []),
    'Démarrez le serveur. À leur prochain contact, les appareils voient que les données ont reculé et renvoient d’eux-mêmes ce qu’ils ont gardé : leurs 35 derniers jours.',
    'Ce qui a été déclaré par affiche entre la sauvegarde et maintenant, et n’est plus sur aucun téléphone, est à redemander aux équipes.',
  ]
  return frenchSpaces(lines.join('\n'))
}

function stampOf(now: number): string {
  return new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')
}

import { mkdir, readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { frenchSpaces } from '#domain/shared/typography.ts'
import { createBlobFiles } from '../blobs/blob-files.ts'
import { codeOf } from '../storage-fault.ts'
import type { StoreReader } from '../store/kysely/kysely-store.ts'
import { digestData, spokenDigest } from './backup/digest-data.ts'
import { backupName, backupsToForget, type Keep, parseKeep } from './backup/keep.ts'
import { type LastBackup, noteBackup } from './backup/last-backup.ts'
import { withPlainCopy } from './backup/plain-copy.ts'
import { makeKeyFile, sealerFor } from './backup/seal.ts'
import { sealFile } from './backup/seal-file.ts'
import { photoFolder, sealPhotos } from './backup/sealed-photos.ts'
import { countOf } from './checks/check.ts'
import { checkData, FILE_CHECKS } from './checks/check-data.ts'
import { type Command, type CommandCall, CommandRefusal } from './command.ts'
import { openData } from './open-data.ts'
import { sizeWords } from './size-words.ts'
import { reportOf } from './verify.ts'

/** `backup`: the data as they are now, verified, sealed, on another medium; the server goes on. */
export const backupCommand: Command = {
  name: 'backup',
  help: 'sauvegarde vérifiée et scellée, pendant que le serveur tourne',
  options: {
    to: { type: 'string', value: 'DOSSIER', help: 'où écrire : un autre disque, une clé USB' },
    recipient: {
      type: 'string',
      multiple: true,
      value: 'CLÉ',
      help: 'clé publique (age1…) ; une par personne, deux personnes au moins',
    },
    keep: {
      type: 'string',
      value: 'H,J,M',
      help: 'ne garder qu’une sauvegarde par heure, jour, mois : 24,30,12',
    },
    'without-photos': { type: 'boolean', help: 'les données seules' },
    keygen: { type: 'boolean', help: 'fabrique une paire de clés et la montre une fois' },
  },
  run: (call) => (call.options.flag('keygen') ? showNewKey(call) : backUp(call)),
}

async function showNewKey({ terminal, now }: CommandCall): Promise<number> {
  const { recipient, file } = await makeKeyFile(now())
  terminal.say(file)
  terminal.warn(`Clé publique, à donner à « backup --recipient » : ${recipient}`)
  terminal.warn(
    'Le texte ci-dessus contient la clé secrète. Il ne sera plus montré : gardez-le loin de ce serveur, sur papier ou sur une clé USB.',
  )
  return 0
}

interface Plan {
  readonly to: string
  readonly recipients: readonly string[]
  readonly keep: Keep | undefined
  readonly withPhotos: boolean
}

function readPlan({ options }: CommandCall): Plan {
  const to = options.text('to')
  const recipients = options.texts('recipient')
  const keepText = options.text('keep')
  const keep = keepText === undefined ? undefined : parseKeep(keepText)
  if (to === undefined) throw new CommandRefusal('Dites où écrire la sauvegarde : --to DOSSIER.')
  if (recipients.length === 0) {
    throw new CommandRefusal(
      'Dites pour qui sceller : --recipient age1… (« backup --keygen » fabrique une paire de clés).',
    )
  }
  if (keepText !== undefined && !keep) {
    throw new CommandRefusal(
      '--keep attend trois nombres : heures, jours, mois, par exemple 24,30,12.',
    )
  }
  return { to: resolve(to), recipients, keep, withPhotos: !options.flag('without-photos') }
}

async function backUp(call: CommandCall): Promise<number> {
  const plan = readPlan(call)
  const sealer = sealerFor(plan.recipients)
  const { dataFolder, databaseUrl } = call.config
  const { terminal } = call
  const data = await openData(dataFolder, databaseUrl)
  try {
    await onMedium(plan.to, () => mkdir(plan.to, { recursive: true, mode: 0o700 }))
    const at = call.now()
    return await withPlainCopy(data, dataFolder, async (copy) => {
      const { progress } = terminal
      const findings = await checkData(copy.data, { checks: FILE_CHECKS, dataFolder, progress })
      if (findings.some(({ faults }) => faults.length > 0)) terminal.warn(reportOf(findings))
      const isSound = findings.every(({ faults }) => faults.length === 0)
      const facts = await factsOf(copy.data)
      const lost = plan.withPhotos ? await savePhotos(call, plan, sealer, facts.photos) : []
      if (lost.length > 0) terminal.warn(`Photos absentes ou abîmées ici : ${lost.length}.`)
      // Data with a fault are worth keeping, never worth pushing a sound backup out.
      const name = isSound ? backupName(at) : backupName(at).replace('.age', '-suspecte.age')
      const file = join(plan.to, name)
      const sealed = await onMedium(plan.to, () => sealFile(sealer, copy.path, file))
      const done = { at, file, ...sealed, ...facts, photos: facts.photos.length }
      terminal.say(sentenceOf(done, plan))
      if (!isSound) return 1
      await noteBackup(dataFolder, done)
      if (plan.keep) await forgetOld(plan.to, plan.keep)
      return lost.length === 0 ? 0 : 1
    })
  } finally {
    await data.close()
  }
}

function factsOf(copy: StoreReader) {
  return copy.read(async (session) => {
    const { operations, records } = await session.inventory.counts()
    const photos = await session.inventory.photos()
    return {
      digest: await digestData(session),
      operations,
      records,
      photos: photos.filter(({ presentAt }) => presentAt).map(({ sha256 }) => sha256),
    }
  })
}

function savePhotos(
  { config, terminal }: CommandCall,
  { to, recipients }: Plan,
  sealer: ReturnType<typeof sealerFor>,
  photos: readonly string[],
): Promise<readonly string[]> {
  return onMedium(to, () =>
    sealPhotos(sealer, photos, {
      folder: photoFolder(to, recipients),
      blobFiles: createBlobFiles(join(config.dataFolder, 'photos')),
      progress: (done) => terminal.progress(`Photos : ${done} sur ${photos.length}`),
    }),
  )
}

async function forgetOld(to: string, keep: Keep): Promise<void> {
  for (const name of backupsToForget(await readdir(to), keep)) await rm(join(to, name))
}

function sentenceOf(done: LastBackup, { recipients }: Plan): string {
  const holds = [
    countOf(done.operations, 'opération'),
    countOf(done.records, 'fiche'),
    countOf(done.photos, 'photo'),
  ].join(', ')
  return frenchSpaces(
    `Sauvegarde faite : ${done.file} (${sizeWords(done.bytes)})\n` +
      `${holds} ; empreinte ${spokenDigest(done.digest)} ; scellée pour ${countOf(recipients.length, 'clé')}.`,
  )
}

/** Says that the medium is the one at fault: the data folder has a sentence of its own. */
async function onMedium<T>(to: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOSPC') {
      throw new CommandRefusal(
        `L’espace manque sur « ${to} » : rien n’a été gardé à moitié. Libérez de la place, ou changez de support.`,
      )
    }
    if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EIO'].includes(code)) {
      throw new CommandRefusal(
        `« ${to} » ne peut pas être écrit : vérifiez le support et ses droits.`,
      )
    }
    throw error
  }
}

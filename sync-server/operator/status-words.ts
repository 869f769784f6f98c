import { frenchSpaces } from '#domain/shared/typography.ts'
import { ageWords } from './age-words.ts'
import { countOf } from './checks/check.ts'
import type { DeviceState, ServerState } from './server-state.ts'
import { sizeWords } from './size-words.ts'

const LATE_BACKUP_MS = 26 * 3_600_000

/** The state in plain lines; what calls for a hand begins with « ATTENTION ». */
export function statusWords(state: ServerState): string {
  const { photos, now } = state
  const lines = [
    `Escale ${state.version}, ${state.driver}, époque ${state.epoch}`,
    `Données : ${sizeWords(state.dataBytes)} ; ${countOf(state.operations, 'opération')}, ${countOf(state.records, 'fiche')}, ${countOf(state.sites, 'établissement')}, ${countOf(state.people, 'personne')}`,
    `Photos : ${photos.present} présentes sur ${photos.expected} attendues`,
    `${state.isFull ? 'ATTENTION : d' : 'D'}isque : ${sizeWords(state.freeBytes)} libres${state.isFull ? ', plus rien n’est accepté' : ''}`,
    backupWords(state),
    ...(state.quarantined > 0
      ? [
          `ATTENTION : ${countOf(state.quarantined, 'opération mise de côté', 'opérations mises de côté')}, à revoir dans « À revoir »`,
        ]
      : []),
    `Appareils : ${state.devices.length}`,
    ...state.devices.map((device) => `  ${deviceWords(device, now)}`),
  ]
  return frenchSpaces(lines.join('\n'))
}

function backupWords({ lastBackup, now }: ServerState): string {
  if (!lastBackup) return 'ATTENTION : aucune sauvegarde n’a encore été faite'
  const age = now - lastBackup.at
  const told = `ernière sauvegarde : il y a ${ageWords(age)}, ${lastBackup.file}`
  return age > LATE_BACKUP_MS ? `ATTENTION : d${told}` : `D${told}`
}

function deviceWords(
  { id, label, revoked, lastReceivedAt, waiting, clockSkewMs, lost }: DeviceState,
  now: number,
): string {
  const parts = [
    `${label} (${id.slice(0, 8)})`,
    lastReceivedAt === null
      ? 'n’a encore rien envoyé'
      : `dernier envoi il y a ${ageWords(now - lastReceivedAt)}`,
    ...(waiting > 0 ? [`${countOf(waiting, 'opération')} encore sur l’appareil`] : []),
    ...(clockSkewMs === null
      ? []
      : [
          `ATTENTION : horloge en ${clockSkewMs > 0 ? 'avance' : 'retard'} de ${ageWords(Math.abs(clockSkewMs))}`,
        ]),
    ...(lost.length > 0
      ? [`ATTENTION : n° ${lost.slice(0, 5).join(', ')} perdus par l’appareil`]
      : []),
    ...(revoked ? ['retiré'] : []),
  ]
  return parts.join(', ')
}

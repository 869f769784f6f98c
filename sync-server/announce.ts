import { renderUnicodeCompact } from 'uqr'
import type { Role } from '#domain/rights/rights.ts'
import { frenchSpaces } from '#domain/shared/typography.ts'
import { declarePath, paths } from '#src/paths.ts'
import type { FirstCodes } from './first-codes.ts'

const ROLE_WORDS: Record<Role, string> = {
  officer: 'Chargé de mission',
  porteur: 'Porteur',
  director: 'Direction',
  'quality-lead': 'Référent qualité',
  declarant: 'Déclarant',
}

const THIS_MACHINE = ['127.0.0.1', '::1', 'localhost']
const EVERY_NETWORK = ['0.0.0.0', '::']

/** Where a browser of this machine finds the server. */
export function addressOf(host: string, port: number): string {
  const isLocal = [...THIS_MACHINE, ...EVERY_NETWORK].includes(host)
  return `http://${isLocal ? 'localhost' : host}:${port}`
}

/**
 * Who may open the app, and how: a link each, its code after the `#` where no server and no log sees
 * it, with a QR for the two that are opened on a device in the hand.
 */
export function announceCodes(address: string, { people, poster }: FirstCodes): void {
  if (people.length === 0) return
  const rows = people.map(({ name, role, home, code }) => ({
    who: [ROLE_WORDS[role], name, home].filter(Boolean).join(', '),
    link: `${address}${paths.join()}#${code}`,
  }))
  if (poster) {
    rows.push({
      who: `Téléphone de service, ${poster.siteName}, ${poster.unitName}`,
      link: `${address}${declarePath}#${poster.token}`,
    })
  }
  const width = Math.max(...rows.map(({ who }) => who.length))
  console.log(frenchSpaces('Chaque lien de personne sert une fois, pendant 24 heures :\n'))
  for (const { who, link } of rows) console.log(`  ${who.padEnd(width)}  ${link}`)
  const officer = people.find(({ role }) => role === 'officer')
  if (officer) announceQr('Chargé de mission', `${address}${paths.join()}#${officer.code}`)
  if (poster) announceQr('Téléphone de service', `${address}${declarePath}#${poster.token}`)
}

/** The first-run assistant's link: only who reads this terminal may set the server up. */
export function announceSetup(address: string, setupCode: string): void {
  console.log(frenchSpaces('Rien n’est encore installé. Pour commencer :\n'))
  console.log(`  ${address}${paths.setup()}#${setupCode}`)
  console.log(frenchSpaces(`\n  Code d’installation : ${setupCode}`))
}

/**
 * The last lines, below the codes: what one reads without scrolling. A server that other machines
 * reach says what they need: a browser installs a service worker over HTTPS or on localhost only.
 */
export function announceReady(address: string, host: string): void {
  if (!THIS_MACHINE.includes(host)) {
    console.log(
      frenchSpaces(
        '\nLes tablettes et les téléphones du réseau ont besoin d’une adresse en https : sans elle, l’application ne s’installe pas et ne s’ouvre pas hors connexion.',
      ),
    )
  }
  console.log(frenchSpaces(`\nEscale est prête : ${address} (Ctrl+C pour arrêter)`))
}

/** Said last: it is the one thing to do. */
export function announceFullDisk(dataFolder: string): void {
  console.log(
    frenchSpaces(
      `\nATTENTION : il reste moins de 500 Mo sur le disque de « ${dataFolder} ». Rien de nouveau n’est accepté tant qu’il n’y a pas plus de place ; les appareils gardent leurs envois.`,
    ),
  )
}

function announceQr(title: string, text: string): void {
  console.log(`\n  ${title}`)
  console.log(renderUnicodeCompact(text).replace(/^/gm, '  '))
}

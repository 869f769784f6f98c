import { frenchSpaces } from '#domain/shared/typography.ts'
import { countOf, type Finding } from './checks/check.ts'
import { ALL_CHECKS, checkData } from './checks/check-data.ts'
import type { Command } from './command.ts'
import { openData } from './open-data.ts'

const FAULTS_SHOWN = 20

/** `verify`: the proof that nothing is lost nor changed, while the server runs or not. */
export const verifyCommand: Command = {
  name: 'verify',
  help: 'vérifie tout : fichier, journal, fiches, compteurs, photos',
  options: { json: { type: 'boolean', help: 'pour un programme' } },
  async run({ options, config: { dataFolder, databaseUrl }, terminal }) {
    const data = await openData(dataFolder, databaseUrl)
    try {
      const { progress } = terminal
      const findings = await checkData(data, { checks: ALL_CHECKS, dataFolder, progress })
      const isSound = findings.every(({ faults }) => faults.length === 0)
      if (options.flag('json')) terminal.say(JSON.stringify({ isSound, findings }))
      else terminal.say(reportOf(findings))
      return isSound ? 0 : 1
    } finally {
      await data.close()
    }
  },
}

/** What was looked at, and each fault below; the verdict last. */
export function reportOf(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ checked, faults, notes = [] }) => [
    `${faults.length === 0 ? 'En ordre' : 'À REVOIR'} : ${checked}`,
    ...faults.slice(0, FAULTS_SHOWN).map((fault) => `  ${fault}`),
    ...(faults.length > FAULTS_SHOWN ? [`  et ${faults.length - FAULTS_SHOWN} autres`] : []),
    ...notes.slice(0, FAULTS_SHOWN).map((note) => `  à savoir : ${note}`),
  ])
  const total = findings.reduce((sum, { faults }) => sum + faults.length, 0)
  const verdict =
    total === 0
      ? 'Tout est en ordre.'
      : `${countOf(total, 'défaut')} : gardez une copie du dossier avant d’y toucher.`
  return frenchSpaces([...lines, verdict].join('\n'))
}

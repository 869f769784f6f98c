import { frenchSpaces } from '#domain/shared/typography.ts'
import type { Command } from './command.ts'

/** The list of commands, or the options of one of them. */
export function helpText(commands: readonly Command[], of?: Command): string {
  const text = of ? oneCommand(of) : allCommands(commands)
  return frenchSpaces(text)
}

function allCommands(commands: readonly Command[]): string {
  const rows = commands.map(({ name, help }) => [name, help] as const)
  return [
    'Usage : npm run server -- <commande> [options]',
    '',
    ...columns([...rows, ['help', 'cette liste ; « help <commande> » donne ses options']]),
    '',
    'Le dossier de données est celui du serveur : DATA_DIR, ou ./data.',
  ].join('\n')
}

function oneCommand({ name, help, options }: Command): string {
  const rows = Object.entries(options).map(
    ([option, { value, help: line }]) => [`--${option}${value ? ` ${value}` : ''}`, line] as const,
  )
  return [
    `npm run server -- ${name} : ${help}`,
    ...(rows.length > 0 ? ['', ...columns(rows)] : []),
  ].join('\n')
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}

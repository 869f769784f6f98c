import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import { storageFault } from '../storage-fault.ts'
import { type Command, CommandRefusal, givenOptions, parseArgsOptions } from './command.ts'
import { helpText } from './help.ts'
import type { Terminal } from './terminal.ts'

interface Surroundings {
  readonly commands: readonly Command[]
  readonly config: Config
  readonly terminal: Terminal
  readonly now: () => number
}

/**
 * Runs what was typed after `npm run server --`. Gives the exit code: the command's own, 1 when the
 * machine failed it, 2 when what was typed is no command. Whatever happens is one plain sentence.
 */
export async function runCommand(typed: readonly string[], around: Surroundings): Promise<number> {
  const { commands, terminal } = around
  const [name = 'help', ...rest] = typed
  const find = (wanted: string | undefined) => commands.find((command) => command.name === wanted)
  if (name === 'help' || name === '--help') {
    terminal.say(helpText(commands, find(rest[0])))
    return 0
  }
  const command = find(name)
  if (!command) {
    terminal.warn(`La commande « ${name} » n’existe pas : « help » donne la liste.`)
    return 2
  }
  const values = readOptions(command, rest)
  if ('fault' in values) {
    terminal.warn(`${values.fault} : « help ${name} » donne les options.`)
    return 2
  }
  return runTold(command, values.given, around)
}

async function runTold(
  command: Command,
  values: Readonly<Record<string, unknown>>,
  { config, terminal, now }: Surroundings,
): Promise<number> {
  try {
    return await command.run({ options: givenOptions(values), config, terminal, now })
  } catch (error) {
    if (error instanceof CommandRefusal) terminal.warn(error.message)
    else terminal.warn(storageFault(error, config.dataFolder) ?? unexpected(error))
    return 1
  }
}

/** The operator is a person with a terminal: the machine's own words are worth more than silence. */
function unexpected(error: unknown): string {
  return `La commande s’est arrêtée, pour une raison inattendue (${String(error)}).`
}

function readOptions(
  command: Command,
  args: string[],
): { given: Readonly<Record<string, unknown>> } | { fault: string } {
  try {
    const options = parseArgsOptions(command)
    return { given: parseArgs({ args, options, allowPositionals: false }).values }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    const FAULTS: Readonly<Record<string, string>> = {
      ERR_PARSE_ARGS_UNKNOWN_OPTION: 'Une option est inconnue',
      ERR_PARSE_ARGS_INVALID_OPTION_VALUE: 'Une option n’a pas la valeur attendue',
      ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: 'Un mot est de trop',
    }
    return { fault: FAULTS[String(code)] ?? 'Les options ne se lisent pas' }
  }
}

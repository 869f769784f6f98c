import type { ParseArgsConfig } from 'node:util'
import type { Config } from '../config.ts'
import type { Terminal } from './terminal.ts'

/** An option of a command; its name is the key it stands under. */
export interface CommandOption {
  readonly type: 'string' | 'boolean'
  /** May be given several times. */
  readonly multiple?: boolean
  /** What the help shows in place of the value: « DOSSIER », « FICHIER ». */
  readonly value?: string
  /** One line of French. */
  readonly help: string
}

/** One line of `npm run server -- <name>`: what it is for, what it takes, what it does. */
export interface Command {
  readonly name: string
  /** One line of French. */
  readonly help: string
  readonly options: Readonly<Record<string, CommandOption>>
  /**
   * Resolves with the exit code: 0 done, 1 what was asked is not so (a check that fails, a refusal
   * that was told). A fault of the machine may throw: it is told in one sentence, exit 1.
   */
  run(call: CommandCall): Promise<number>
}

/** What a command works with. The paths of `config` come from the environment, as the server's do. */
export interface CommandCall {
  readonly options: GivenOptions
  readonly config: Config
  readonly terminal: Terminal
  readonly now: () => number
}

/** The options as typed, already checked against the command's own list. */
export interface GivenOptions {
  text(name: string): string | undefined
  texts(name: string): readonly string[]
  flag(name: string): boolean
}

/** A command that cannot do what was asked: its message is the one sentence the operator reads. */
export class CommandRefusal extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'CommandRefusal'
  }
}

export function givenOptions(values: Readonly<Record<string, unknown>>): GivenOptions {
  const textsOf = (name: string) =>
    [values[name]].flat().filter((value): value is string => typeof value === 'string')
  return {
    text: (name) => textsOf(name).at(-1),
    texts: textsOf,
    flag: (name) => values[name] === true,
  }
}

/** The list of a command as `parseArgs` of Node reads it. */
export function parseArgsOptions(command: Command): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    Object.entries(command.options).map(([name, { type, multiple }]) => [
      name,
      { type, multiple: multiple ?? false },
    ]),
  )
}

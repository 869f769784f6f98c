import type { Config } from '#sync-server/config.ts'
import { ALL_COMMANDS } from '#sync-server/operator/all-commands.ts'
import type { Command } from '#sync-server/operator/command.ts'
import { runCommand } from '#sync-server/operator/run-command.ts'

export interface Told {
  readonly code: number
  /** Lines of result, lines of warning. */
  readonly out: readonly string[]
  readonly warned: readonly string[]
}

/** Runs a command as it is typed, in this process; gives what it said. */
export async function runInTerminal(
  typed: readonly string[],
  {
    dataFolder = 'no-such-folder',
    commands = ALL_COMMANDS,
    now = Date.now,
    databaseUrl,
  }: {
    dataFolder?: string
    commands?: readonly Command[]
    now?: () => number
    databaseUrl?: string
  } = {},
): Promise<Told> {
  const out: string[] = []
  const warned: string[] = []
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    dataFolder,
    databaseUrl,
    appFolder: 'no-app',
    empty: false,
    codes: false,
    version: '0.0.0-test',
  }
  const code = await runCommand(typed, {
    commands,
    config,
    now,
    terminal: {
      say: (line) => out.push(line),
      warn: (line) => warned.push(line),
      progress: () => undefined,
    },
  })
  return { code, out, warned }
}

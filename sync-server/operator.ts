/* `npm run server -- <command>`: what an operator does beside the running server. */
import { readConfig } from './config.ts'
import { ALL_COMMANDS } from './operator/all-commands.ts'
import { runCommand } from './operator/run-command.ts'
import { processTerminal } from './operator/terminal.ts'

const terminal = processTerminal()
// Commands open no port: a wrong one does not stop a backup.
const config = readConfig({ ...process.env, PORT: '' }, [])
process.exitCode = config.ok
  ? await runCommand(process.argv.slice(2), {
      commands: ALL_COMMANDS,
      config: config.value,
      terminal,
      now: Date.now,
    })
  : 1

import { spawn } from 'node:child_process'

export interface Step {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

/** Runs one step with its output shown as it comes; gives its exit code. */
export function runStep({ name, command, args, env }: Step): Promise<number> {
  const begun = Date.now()
  console.log(`\n— ${name}`)
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', (error) => {
      console.error(`${name} could not start: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code) => {
      console.log(
        `  ${name}: ${code === 0 ? 'ok' : 'failed'} in ${Math.round((Date.now() - begun) / 1000)} s`,
      )
      resolve(code ?? 1)
    })
  })
}

/** A tool of node_modules/.bin, run by the Node in use. */
export function tool(
  name: string,
  bin: string,
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
): Step {
  return {
    name,
    command: process.execPath,
    args: [`node_modules/${bin}`, ...args],
    ...(env && { env }),
  }
}

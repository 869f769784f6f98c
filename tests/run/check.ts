/* `npm run check`: every gate that runs no test; `npm test` runs those. All run, then the failed ones are named. */
import { runStep, tool } from './run-steps.ts'

const steps = [
  tool('format and lint', '@biomejs/biome/bin/biome', ['check', '.']),
  tool('types', 'typescript/bin/tsc', ['--noEmit']),
  tool('import directions', 'tsx/dist/cli.mjs', ['tests/run/import-directions.ts']),
  tool('dead code', 'knip/bin/knip.js', []),
  tool('build', 'vite/bin/vite.js', ['build', '--logLevel', 'warn']),
  tool('size of the first load', 'tsx/dist/cli.mjs', ['tests/run/size-budget.ts']),
]

const failed: string[] = []
for (const step of steps) if ((await runStep(step)) !== 0) failed.push(step.name)
console.log(failed.length === 0 ? '\nEvery gate is green.' : `\nRed: ${failed.join(', ')}.`)
process.exit(failed.length === 0 ? 0 : 1)

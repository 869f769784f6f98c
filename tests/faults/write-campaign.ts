import { writeFile } from 'node:fs/promises'
import type { Outcome } from './run-fault.ts'

/** Keeps what was run, as JSON. */
export async function writeCampaign(
  outcomes: readonly Outcome[],
  { json }: { json: string | undefined; write: boolean },
): Promise<void> {
  if (json) await writeFile(json, `${JSON.stringify(outcomes, null, 2)}\n`)
}

import { expect, test } from 'vitest'
import { createDice } from '#sync-server/demo/dice.ts'
import { HOME_1, openTestWorkspace } from '#tests/support/workspace.ts'

/** Tabs left in the middle of a save on the way; `KILLS=200` runs the long one (T10 kills the browser). */
const KILLS = Number(process.env.KILLS ?? 4)
/** The structure has 157 criteria; every commit answers the first forty of them. */
const CRITERIA = process.env.KILLS === undefined ? 40 : 157

test('criteria answered one tap each: no tab left on the way loses an answer said saved', async () => {
  const dice = createDice(157)
  const { workspace, openAgain } = await openTestWorkspace()
  const { id } = await workspace.writer.create('audit', HOME_1, { status: 'draft' })
  let tab = workspace
  const saved = new Map<string, string>()
  let kills = 0
  for (let at = 1; at <= CRITERIA || kills < KILLS; at += 1) {
    const field = `answers.C${((at - 1) % CRITERIA) + 1}`
    const code = dice.chance(0.5) ? 'yes' : 'no'
    const tap = tab.writer.set(id, { [field]: code })
    // The word « enregistré » comes before or after the kill: only what it was said of is owed.
    const isCut = dice.chance(KILLS / CRITERIA)
    if (!isCut) {
      await tap
      saved.set(field, code)
      continue
    }
    kills += 1
    let isSaid = false
    const heard = tap.then(
      () => {
        isSaid = true
      },
      () => undefined, // the tab is gone: it said nothing
    )
    for (let turns = dice.between(0, 6); turns > 0; turns -= 1) await Promise.resolve()
    const wasSaid = isSaid
    const left = tab
    tab = await openAgain()
    await heard
    // A browser that is killed listens to nobody: two hundred such tabs would answer each other.
    left.close()
    const shown = tab.replica.get(id)?.fields ?? {}
    if (wasSaid) saved.set(field, code)
    for (const [name, value] of saved) if (name !== field) expect(shown[name], name).toBe(value)
    if (wasSaid) expect(shown[field]).toBe(code)
    await tab.writer.set(id, { [field]: code })
    saved.set(field, code)
  }
  const last = await openAgain()
  expect(saved.size).toBe(CRITERIA)
  for (const [name, value] of saved) {
    expect(last.replica.get(id)?.fields[name], name).toBe(value)
  }
})

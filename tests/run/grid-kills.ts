/*
 * `npm run grid-kills [-- --kills 200 --seed S --criteria 157]`: the structure of 157 criteria answered in the app
 * itself, one tap each, in a real Chromium whose processes are all killed at random instants of the saves and of
 * the rounds of sending. What the screen said « Enregistré » of must be counted when it is opened again; at the end
 * every answer is read back from the screen, word for word. Exit 1 when one is lost.
 */
import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Page } from '@playwright/test'
import { createDice } from '#sync-server/demo/dice.ts'
import { startChromium } from '#tests/faults/world/browser/chromium-browser.ts'
import { publishGrid } from '#tests/support/publish-grid.ts'
import { createWorld, enrol } from '#tests/support/story-world.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    criteria: { type: 'string', default: '157' },
  },
})
const asked = Number(values.kills)
const criteria = Number(values.criteria)
const dice = createDice(Number(values.seed))
const AUDIT = '00000000-0000-7000-8000-00000000bbbb'
/** After a tap: before the disk has it, as it says so, while a round goes. */
const LATEST_KILL_MS = 150
/** Kills among taps: an answer cut before the disk had it is given again. */
const KILL_CHANCE = 0.8

const world = await createWorld()
const browser = await startChromium()
/** Word of each answer the screen said « Enregistré » of. */
const saved = new Map<string, string>()
/** Words tapped since, of which nothing was said: either may stand. */
const unsaid = new Map<string, readonly string[]>()
let inProgress: { readonly code: string; readonly word: string } | undefined
let kills = 0
let taps = 0
try {
  await publishGrid(world, { title: 'Structure', audit: AUDIT, rows: criteria, sections: 9 })
  let page = await browser.newPage()
  await enrol(page, world.linkOf(/Chargé de mission/))
  await page.goto(`${world.url}/audits`)
  await page.getByRole('link', { name: 'Structure' }).first().waitFor({ timeout: 60_000 })
  await page.close()
  page = await open()
  while ((await countShown(page)) < criteria || kills < asked) {
    const { code, word } = await tap(page)
    inProgress = { code, word }
    unsaid.set(code, [...(unsaid.get(code) ?? []), word])
    taps += 1
    if (kills >= asked || !dice.chance(KILL_CHANCE)) {
      while (inProgress) await wait(5)
      continue
    }
    await wait(dice.between(0, LATEST_KILL_MS))
    await browser.kill()
    kills += 1
    inProgress = undefined
    await browser.start()
    page = await open()
    const shown = await countShown(page)
    if (shown < saved.size) throw new Error(`${shown} answers shown, ${saved.size} were said saved`)
    if (kills % 20 === 0) console.log(`${kills} kills: ${saved.size} said saved, ${shown} shown`)
  }
  const read = await readAll(page)
  const lost = [...saved].filter(
    ([code, word]) => ![word, ...(unsaid.get(code) ?? [])].includes(read.get(code) ?? ''),
  )
  for (const [code, word] of lost)
    console.log(`${code}: said saved « ${word} », reads ${read.get(code)}`)
  console.log(
    `${criteria} criteria, ${taps} taps, ${kills} kills, seed ${values.seed}: ${read.size} answers read back, ${lost.length} lost`,
  )
  process.exitCode = lost.length > 0 || read.size < criteria ? 1 : 0
} finally {
  await browser.close()
  await world.close()
}

/** The audit as one finds it again; from now on each « Enregistré » is heard. */
async function open(): Promise<Page> {
  const opened = await browser.newPage()
  await opened.exposeFunction('hear', () => {
    if (!inProgress) return
    saved.set(inProgress.code, inProgress.word)
    unsaid.delete(inProgress.code)
    inProgress = undefined
  })
  await opened.goto(`${world.url}/audits/${AUDIT}`)
  const answers = opened.locator('main section input[type=radio]').first()
  await answers.waitFor({ timeout: 60_000 }).catch(async (error: unknown) => {
    const shown = await opened.locator('body').innerText()
    console.log(
      `After ${kills} kills, ${saved.size} answers said saved, the screen shows:\n${shown}`,
    )
    throw error
  })
  await opened.evaluate(`(() => {
    const said = () => document.querySelector('main time')?.dateTime ?? ''
    let last = said()
    new MutationObserver(() => {
      const now = said()
      if (now === last) return
      last = now
      hear()
    }).observe(document.querySelector('main'), {
      subtree: true, childList: true, attributes: true, attributeFilter: ['datetime'],
    })
  })()`)
  return opened
}

/** One tap on an answer of the criterion in hand that it does not have yet. */
async function tap(at: Page): Promise<{ code: string; word: string }> {
  return at.evaluate((roll) => {
    const hand = document.querySelector('main section')
    const free = [...(hand?.querySelectorAll('label:not([data-selected])') ?? [])].filter((label) =>
      label.querySelector('input[type=radio]'),
    )
    const label = free[Math.floor(roll * free.length)]
    const answer = {
      code: hand?.querySelector('b')?.textContent ?? '',
      word: label?.querySelector('span')?.textContent ?? '',
    }
    label?.querySelector('input')?.click()
    return answer
  }, dice.roll())
}

async function countShown(at: Page): Promise<number> {
  return at
    .locator('main progress')
    .first()
    .evaluate((meter) => (meter as HTMLProgressElement).value)
}

/** Every answer, section by section, as a person reads them. */
async function readAll(at: Page): Promise<ReadonlyMap<string, string>> {
  const read = new Map<string, string>()
  const stops = at.locator('main nav ol > li button')
  for (let stop = 0; stop < (await stops.count()); stop += 1) {
    await stops.nth(stop).click()
    await at.locator('main nav li[aria-current]').nth(0).waitFor()
    const found = await at.evaluate(() => {
      const hand = document.querySelector('main section')
      const rows = [...document.querySelectorAll('main ol > li button[aria-label^="Critère"]')]
      return [
        ...rows.map((row) => [
          row.querySelector('span')?.textContent ?? '',
          row.nextElementSibling?.textContent ?? '',
        ]),
        [
          hand?.querySelector('b')?.textContent ?? '',
          hand?.querySelector('label[data-selected] span')?.textContent ?? '',
        ],
      ] as [string, string][]
    })
    for (const [code, word] of found) if (word !== '') read.set(code, word)
  }
  return read
}

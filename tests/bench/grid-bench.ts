/*
 * `npm run grid-bench`: a form of a thousand rows in the app itself, in a real Chromium whose processor
 * is slowed four times: the time from the tap that opens it to its first criterion, then from each tap on
 * an answer to the next criterion drawn. `--sections 1` puts all the rows on one page. Taps are given one on top
 * of the other, then each after the half second a person takes to read a criterion. Prints figures.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '#tests/run/find-browser.ts'
import { publishGrid } from '#tests/support/publish-grid.ts'
import { createWorld, enrol } from '#tests/support/story-world.ts'
import { median, percentile } from './statistics.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000' },
    sections: { type: 'string', default: '10' },
    taps: { type: 'string', default: '60' },
    slowed: { type: 'string', default: '4' },
  },
})
const rows = Number(values.rows)
const sections = Number(values.sections)
const AUDIT = '00000000-0000-7000-8000-00000000aaaa'
const TITLE = 'Grille de mesure'
/** A person reads a criterion before answering the next. */
const READING_MS = 500

const found = await findBrowser()
if (!found) throw new Error('No Chromium was found: give its path in CHROME_PATH')
const world = await createWorld()
const profile = await mkdtemp(join(tmpdir(), 'escale-grid-bench-'))
const context = await chromium.launchPersistentContext(profile, {
  executablePath: found.executablePath,
  env: { ...process.env, ...found.env } as Record<string, string>,
  headless: true,
  viewport: { width: 820, height: 1180 },
  locale: 'fr-FR',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
})
try {
  await publishGrid(world, { title: TITLE, audit: AUDIT, rows, sections })
  const page = await context.newPage()
  await enrol(page, world.linkOf(/Chargé de mission/))
  await page.goto(`${world.url}/audits`)
  const link = page.getByRole('link', { name: TITLE }).first()
  await link.waitFor({ timeout: 60_000 })
  // The bundler of this command names functions by a helper that the page does not have.
  await page.evaluate('globalThis.__name = (named) => named')
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: Number(values.slowed) })
  const opened = await timeToTitle(page, 'open')
  const hurried = await timeTaps(page, 0)
  const read = await timeTaps(page, READING_MS)
  console.log(`${rows} rows in ${sections} section(s), processor slowed ${values.slowed} times`)
  console.log(`opened in ${opened.toFixed(0)} ms, asked: at most 1000`)
  console.log(`one tap on top of the other: ${inWords(hurried)}`)
  console.log(`a tap each ${READING_MS} ms: ${inWords(read)}, asked: p95 at most 100 ms`)
} finally {
  await context.close()
  await world.close()
  await rm(profile, { recursive: true, force: true })
}

/** Ms of each tap, `pauseMs` after the one before. */
async function timeTaps(page: Page, pauseMs: number): Promise<readonly number[]> {
  const taps: number[] = []
  for (let at = 0; at < Number(values.taps); at += 1) {
    await page.waitForTimeout(pauseMs)
    taps.push(await timeToTitle(page, 'tap'))
  }
  return taps
}

function inWords(taps: readonly number[]): string {
  const [middle, p95] = [median(taps), percentile(taps, 0.95)].map((ms) => ms.toFixed(0))
  return `${taps.length} taps, median ${middle} ms, p95 ${p95} ms`
}

/** From the gesture to a criterion in hand that was not there before, drawn: two frames later. */
function timeToTitle(page: Page, gesture: 'open' | 'tap'): Promise<number> {
  return page.evaluate(
    ([kind, title]) =>
      new Promise<number>((resolve) => {
        const shown = () => document.querySelector('main h3')?.textContent ?? ''
        const before = shown()
        const target =
          kind === 'open'
            ? [...document.querySelectorAll('a')].find(({ textContent }) => textContent === title)
            : document.querySelector<HTMLElement>('main section input[type=radio]')
        const from = performance.now()
        target?.click()
        const look = () => {
          if (shown() !== before && shown() !== '') {
            requestAnimationFrame(() => resolve(performance.now() - from))
          } else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    [gesture, TITLE] as const,
  )
}

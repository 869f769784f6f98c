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
import type { Form } from '#domain/form/form.ts'
import { versionFields } from '#domain/grid/grid-version.ts'
import { day } from '#domain/shared/day.ts'
import { recordId, siteId } from '#domain/shared/ids.ts'
import { findBrowser } from '#tests/run/find-browser.ts'
import { postTo } from '#tests/support/post-to.ts'
import { createWorld, enrol } from '#tests/support/story-world.ts'
import { createTestDevice, type Post } from '#tests/support/test-server.ts'
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
  await publish()
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

/** Another tablet of the dispositif publishes the grid and begins the audit: the browser receives both. */
async function publish(): Promise<void> {
  const post: Post = (url, token, payload) => postTo(world.url, url, token, payload) as never
  const enrolWith = async (code: string) =>
    (await post('/v1/enrol', '', { code, label: 'Mesure' })).body as never
  const porteur = createTestDevice(
    post,
    await enrolWith(new URL(world.linkOf(/Porteur/)).hash.slice(1)),
    { now: Date.now() },
  )
  const sites = porteur.enrolled.sites
  const person = { name: 'Mesure', role: 'officer', sites }
  const { code } = (await post('/v1/invitations', porteur.token, { person })).body as never
  const officer = createTestDevice(post, await enrolWith(code), { now: Date.now() })
  const publication = await officer.write({
    type: 'grid-version',
    site: siteId(officer.enrolled.dispositif.id),
    fields: versionFields(longForm(), {
      version: 1,
      publishedOn: day('2026-11-25'),
      author: 'mesure',
      note: '',
    }),
  })
  const audit = await officer.write({
    type: 'audit',
    rec: recordId(AUDIT),
    site: siteId(sites[0] ?? ''),
    fields: {
      form: 'grid-bench',
      formVersion: 1,
      edition: publication.rec,
      round: 1,
      heldOn: '2026-11-25',
      status: 'draft',
      author: 'mesure',
    },
  })
  const { body } = await officer.sync({ ops: [publication, audit] })
  const outcomes = body.push?.outcomes.map(({ outcome }) => outcome) ?? []
  if (outcomes.some((outcome) => outcome !== 'applied')) {
    throw new Error(`The grid was not taken: ${JSON.stringify(body.push)}`)
  }
}

function longForm(): Form {
  const words = (text: string) => ({ fr: text, en: text })
  return {
    id: 'grid-bench',
    version: 1,
    kind: 'audit',
    code: 'M1',
    title: words(TITLE),
    unit: 'structure',
    source: words('Mesure'),
    sections: Array.from({ length: sections }, (_, section) => ({
      id: `S${section}`,
      title: words(`Partie ${section + 1}`),
      questions: Array.from({ length: Math.ceil(rows / sections) }, (_, at) => ({
        id: `S${section}-${at + 1}`,
        type: 'criterion' as const,
        scale: 'yes-partial-no-na' as const,
        label: words(`Le critère ${at + 1} de la partie ${section + 1} est respecté.`),
        hint: words('Regarder trois chambres et un couloir.'),
      })),
    })),
  }
}

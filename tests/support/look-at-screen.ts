import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

type ShownTheme = 'light' | 'dark' | 'jour'

/** A phone, a tablet held upright, an office screen; the first one is the narrowest phone sold. */
const WIDTHS = [320, 360, 820, 1280] as const

/** Names of the screens seen so far, so that a story can say how many. */
export type LookReport = string[]

const HEIGHTS: Record<(typeof WIDTHS)[number], number> = {
  320: 640,
  360: 740,
  820: 1180,
  1280: 800,
}
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Brand names that look like a text key written in camel case. */
const CAMEL_CASE_WORDS = /\b(iPad|iPhone|iOS|iPadOS)\b/g
const BROKEN_WORDS: readonly (readonly [string, RegExp])[] = [
  ['a text key', /(^|[\s«(])[a-z]+(?:[A-Z][a-z]+)+(_one|_other)?(?=$|[\s.,;:!?)»])/m],
  ['an unfilled blank', /\{\{|\}\}/],
  ['a value nobody wrote', /\b(undefined|NaN|Invalid Date)\b|\[object /],
  ['two full stops', /[^.]\.\.(?!\.)/],
  ['a space the font lacks', /\u202f/],
]

/**
 * Looks at the screen as it stands: rules of axe (WCAG 2.2 AA), a page that scrolls sideways, a text
 * that was not written. The phone and the office are looked at by day, the tablet by night, and the
 * phone in « plein jour » where it is asked for: each rule meets each width and each theme.
 *
 * `SCREENSHOTS=folder` keeps a picture of each.
 */
export async function lookAt(
  page: Page,
  name: string,
  report: LookReport,
  { sun = false }: { readonly sun?: boolean } = {},
): Promise<void> {
  const faults: string[] = []
  // The page at rest: axe reads the colours of a sheet that is still rising as too pale.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.getByRole('heading').first().waitFor()
  await untilQuiet(page)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHTS[width] })
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (sideways > 0) faults.push(`${width} wide: scrolls sideways by ${sideways}`)
    for (const theme of themesAt(width, sun)) {
      await showIn(page, theme)
      await keepPicture(page, `${name}-${width}-${theme}`)
      await unrollPage(page, width)
      faults.push(...(await blamedByAxe(page, `${width} wide, ${theme}`)))
    }
  }
  await showIn(page, 'light')
  faults.push(...brokenWords(await wordsOf(page)))
  report.push(name)
  expect.soft(faults.join('\n'), name).toBe('')
}

/**
 * Until nothing came for half a second: the line on which others' changes come is always open, so the network is
 * never idle.
 */
async function untilQuiet(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const count = () => performance.getEntriesByType('resource').length
    for (let before = -1; before !== count(); ) {
      before = count()
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  })
}

function themesAt(width: (typeof WIDTHS)[number], sun: boolean): readonly ShownTheme[] {
  if (width === 320) return []
  if (width === 820) return ['dark']
  return width === 360 && sun ? ['light', 'jour'] : ['light']
}

/** As `src/ui/appearance.ts` does, without the reload. */
async function showIn(page: Page, theme: ShownTheme): Promise<void> {
  await page.evaluate(async (shown) => {
    document.documentElement.dataset.theme = shown
    for (const animation of document.getAnimations()) animation.finish()
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }, theme)
}

/** The whole page at once: axe takes a link under the bar at the thumb for one that cannot be touched. */
async function unrollPage(page: Page, width: number): Promise<void> {
  const rolledUp = () =>
    page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const { scrollHeight, clientHeight } = document.documentElement
      return scrollHeight > clientHeight ? scrollHeight : 0
    })
  // A list that arrives late makes the page longer than it was measured: measured until it fits.
  for (let tries = 0; tries < 5; tries += 1) {
    const height = await rolledUp()
    if (height === 0) return
    await page.setViewportSize({ width, height: height + 300 })
  }
}

async function blamedByAxe(page: Page, where: string): Promise<string[]> {
  // One page, no frame: the older way in spares axe a second tab for each look.
  const axe = new AxeBuilder({ page }).setLegacyMode().withTags(RULES)
  const { violations, passes } = await axe.analyze()
  if (passes.length === 0) return [`${where}: axe looked at nothing`]
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, any }) =>
        `${where}: ${id} on ${target.join(' ')} ${any.map(({ message }) => message).join(' ')}`,
    ),
  )
}

/** Every word of the page: shown, or read aloud. */
function wordsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const spoken = [...document.querySelectorAll('[aria-label], [placeholder], [title]')]
    const attributes = spoken.flatMap((element) =>
      ['aria-label', 'placeholder', 'title'].map((each) => element.getAttribute(each) ?? ''),
    )
    return [document.title, document.body.innerText, ...attributes].join('\n')
  })
}

function brokenWords(text: string): string[] {
  const words = text.replaceAll(CAMEL_CASE_WORDS, '')
  return BROKEN_WORDS.flatMap(([what, pattern]) => {
    const found = pattern.exec(words)
    return found
      ? [`${what} in « ${words.slice(Math.max(0, found.index - 30), found.index + 30)} »`]
      : []
  })
}

async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) })
}

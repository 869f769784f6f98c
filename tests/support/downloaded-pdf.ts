import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { readPdf } from '../reports/read-pdf.ts'

/** The text of the PDF that a button makes, its no-break spaces as plain ones. */
export async function downloadedPdf(page: Page, button: string | RegExp): Promise<string> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const { text } = await readPdf(new Blob([readFileSync(await (await download).path())]))
  return text.replaceAll('\u00a0', ' ')
}

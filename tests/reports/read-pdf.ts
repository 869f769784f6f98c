import { readFile } from 'node:fs/promises'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { ReportFonts } from '#reports/report-fonts.ts'

/** The fonts of the reports, read from the disk as the service worker would give them. */
export async function fontsFromDisk(): Promise<ReportFonts> {
  const [regular, bold] = await Promise.all([face('regular'), face('bold')])
  return { regular, bold }
}

async function face(name: string): Promise<ArrayBuffer> {
  const file = new URL(
    `../../src/reports/fonts/atkinson-hyperlegible-next-${name}.ttf`,
    import.meta.url,
  )
  return new Uint8Array(await readFile(file)).buffer
}

export interface ReadPdf {
  /** Text of each page, lines joined by a space; the reader shows every space as ordinary. */
  readonly pages: readonly string[]
  readonly text: string
  /** The characters as the document holds them, no-break spaces included. */
  readonly glyphs: string
  readonly outline: readonly string[]
  readonly title: string
  readonly language: string
}

/** Reads back what a person (or a screen reader) gets from a PDF. */
export async function readPdf(blob: Blob): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(await blob.arrayBuffer()), verbosity: 0 })
  const document = await task.promise
  const pages: string[] = []
  const drawn: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ disableNormalization: true })
    pages.push(
      items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
        .join('')
        .replace(/ +/g, ' '),
    )
    const { fnArray, argsArray } = await page.getOperatorList()
    fnArray.forEach((operator, index) => {
      if (operator === OPS.showText) drawn.push(glyphsToText(argsArray[index]))
    })
  }
  const { info } = await document.getMetadata()
  const outline = (await document.getOutline()) ?? []
  await task.destroy()
  const known: { Title?: unknown; Language?: unknown } = info
  return {
    pages,
    text: pages.join(' '),
    glyphs: drawn.join('\n'),
    outline: outline.map(({ title }) => title),
    title: String(known.Title ?? ''),
    language: String(known.Language ?? ''),
  }
}

function glyphsToText(given: unknown): string {
  const [glyphs]: unknown[] = Array.isArray(given) ? given : []
  if (!Array.isArray(glyphs)) return ''
  return glyphs
    .map((glyph: { readonly unicode?: unknown }) =>
      typeof glyph.unicode === 'string' ? glyph.unicode : '',
    )
    .join('')
}

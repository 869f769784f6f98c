import boldUrl from './fonts/atkinson-hyperlegible-next-bold.ttf?url'
import regularUrl from './fonts/atkinson-hyperlegible-next-regular.ttf?url'

/** The two faces of a report, as TrueType bytes. */
export interface ReportFonts {
  readonly regular: ArrayBuffer
  readonly bold: ArrayBuffer
}

/** Fetches the fonts of the reports; the service worker has them, so this works offline. */
export async function fetchReportFonts(): Promise<ReportFonts> {
  const [regular, bold] = await Promise.all([fetchBytes(regularUrl), fetchBytes(boldUrl)])
  return { regular, bold }
}

async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`A font of the reports is missing: ${response.status}`)
  return response.arrayBuffer()
}

import { drawLine, layLines } from './lines.ts'
import type { Sheet } from './sheet.ts'

/** A photo ready to be printed: bytes already shrunk and stripped on the device. */
export interface ReportPhoto {
  readonly bytes: ArrayBuffer
  readonly mime: string
  readonly width: number
  readonly height: number
}

const FORMATS: Readonly<Record<string, string>> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WEBP',
}

export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Draws a photo that fills the frame, its edges cut rather than its proportions changed. Without a
 * photo, or with one that cannot be read, a dashed frame says so in words.
 */
export function drawPhoto(
  sheet: Sheet,
  frame: Frame,
  photo: ReportPhoto | undefined,
  name: string,
  words: { readonly none: string; readonly unreadable: string },
): void {
  if (!photo) {
    drawEmptyFrame(sheet, frame, words.none)
    return
  }
  const { pdf } = sheet
  const scale = Math.max(frame.width / photo.width, frame.height / photo.height)
  const width = photo.width * scale
  const height = photo.height * scale
  pdf.saveGraphicsState()
  pdf.rect(frame.x, frame.y, frame.width, frame.height, null).clip().discardPath()
  try {
    pdf.addImage(
      new Uint8Array(photo.bytes),
      FORMATS[photo.mime] ?? 'JPEG',
      frame.x - (width - frame.width) / 2,
      frame.y - (height - frame.height) / 2,
      width,
      height,
      name,
      'FAST',
    )
  } catch {
    // A damaged photo must not cost the report: the page says that it could not be read.
    pdf.restoreGraphicsState()
    drawEmptyFrame(sheet, frame, words.unreadable)
    return
  }
  pdf.restoreGraphicsState()
  pdf.setDrawColor(0).setLineWidth(0.25).rect(frame.x, frame.y, frame.width, frame.height, 'S')
}

function drawEmptyFrame(sheet: Sheet, frame: Frame, words: string): void {
  const { pdf } = sheet
  pdf.setDrawColor(90).setLineWidth(0.25).setLineDashPattern([1, 0.8], 0)
  pdf.rect(frame.x, frame.y, frame.width, frame.height, 'S')
  pdf.setLineDashPattern([], 0)
  const lines = layLines(sheet, words, frame.width - 4, { size: 9, grey: 60 })
  let y = frame.y + frame.height / 2 - ((lines[0]?.height ?? 0) * lines.length) / 2
  for (const line of lines) {
    const width = line.runs.reduce((sum, run) => sum + pdf.getTextWidth(run.text), 0)
    drawLine(sheet, line, frame.x + (frame.width - width) / 2, y)
    y += line.height
  }
}

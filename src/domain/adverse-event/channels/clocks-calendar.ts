import { addDays } from '../../shared/day.ts'
import { type Language, textIn } from '../../shared/text.ts'
import { type Clock, isRunning } from './event-clocks.ts'

/** One event of the calendar: a clock, and what may be said of the event outside the app. */
export interface CalendarEntry {
  readonly event: string
  readonly reference: string
  readonly home: string
  readonly clock: Clock
}

const SEQUENCE_START = Date.UTC(2024, 0, 1)
const MS_PER_MINUTE = 60_000
/** RFC 5545, 3.1: no more bytes on a line. */
const LINE_BYTES = 75

/**
 * The running clocks as a calendar any telephone reads (RFC 5545), with an alarm a day before: it goes
 * on warning when the app is closed. The identity of an entry is stable and its number grows, so that a
 * second import moves it. It says the duty, the home and the reference, never a word of the facts.
 */
export function clocksCalendar(
  entries: readonly CalendarEntry[],
  now: number,
  language: Language,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Escale//Echeances//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...entries
      .filter(({ clock }) => isRunning(clock.state))
      .flatMap((entry) => entryLines(entry, now, language)),
    'END:VCALENDAR',
  ]
  return `${lines.flatMap(fold).join('\r\n')}\r\n`
}

function entryLines(
  { event, reference, home, clock }: CalendarEntry,
  now: number,
  language: Language,
): readonly string[] {
  const { channel, step, due } = clock
  const title = `${textIn(step.title, language)} : ${reference}`
  const about = [
    textIn(channel.title, language),
    textIn(channel.authority, language),
    channel.law,
  ].join('. ')
  return [
    'BEGIN:VEVENT',
    `UID:${event}-${channel.code}-${step.code}@escale`,
    `DTSTAMP:${stamp(now)}`,
    `SEQUENCE:${Math.floor((now - SEQUENCE_START) / MS_PER_MINUTE)}`,
    ...(due.kind === 'day'
      ? [`DTSTART;VALUE=DATE:${compact(due.on)}`, `DTEND;VALUE=DATE:${compact(addDays(due.on, 1))}`]
      : [`DTSTART:${stamp('at' in due ? due.at : now)}`, 'DURATION:PT15M']),
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(home)}`,
    `DESCRIPTION:${escaped(about)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:${due.kind === 'day' ? '-P7D' : '-PT24H'}`,
    'END:VALARM',
    'END:VEVENT',
  ]
}

function stamp(epochMs: number): string {
  return `${new Date(epochMs).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`
}

function compact(day: string): string {
  return day.replaceAll('-', '')
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
}

/** Lines longer than 75 bytes go on below, after a space; a letter is never cut in two. */
function fold(line: string): readonly string[] {
  const bytes = new TextEncoder()
  const lines: string[] = []
  let current = ''
  for (const letter of line) {
    const room = lines.length === 0 ? LINE_BYTES : LINE_BYTES - 1
    if (bytes.encode(current + letter).length > room) {
      lines.push(current)
      current = ''
    }
    current += letter
  }
  return [...lines, current].map((part, index) => (index === 0 ? part : ` ${part}`))
}

import type { Language } from '#domain/shared/text.ts'

/** A column as XLSForm means it, whatever its spelling. */
export interface Header {
  /** Canonical name, `label`, `relevant`, `media::image`; the header itself when nobody knows it. */
  readonly name: string
  /** After `::`: the language of a text, as written. */
  readonly language?: string
  /** The header as written, for the way back. */
  readonly written: string
}

const ALIASES: Readonly<Record<string, string>> = {
  relevance: 'relevant',
  calculate: 'calculation',
  constraint_msg: 'constraint_message',
  'jr:constraintmsg': 'constraint_message',
  constraintmsg: 'constraint_message',
  required_msg: 'required_message',
  'jr:requiredmsg': 'required_message',
  readonly: 'read_only',
  caption: 'label',
  count: 'repeat_count',
  'jr:count': 'repeat_count',
  image: 'media::image',
  audio: 'media::audio',
  video: 'media::video',
  command: 'type',
  tag: 'name',
  body: 'appearance',
  // Headers a French office translates, to be understood by itself.
  nom: 'name',
  libelle: 'label',
  intitule: 'label',
  indication: 'hint',
  obligatoire: 'required',
  contrainte: 'constraint',
  calcul: 'calculation',
  defaut: 'default',
  nom_liste: 'list_name',
}

const TRANSLATED = new Set([
  'label',
  'hint',
  'guidance_hint',
  'constraint_message',
  'required_message',
  'media::image',
  'media::audio',
  'media::video',
])

/** Reads a header: `bind:relevant`, `Label::Français (fr)`, `list name` all have one canonical name. */
export function readHeader(written: string): Header {
  const parts = written
    .trim()
    .split(/::?/)
    .map((part) => part.trim())
  const shifted =
    parts.length > 1 && /^(bind|control|body|media)$/i.test(parts[0] ?? '') ? parts.slice(1) : parts
  const isMedia = /^media$/i.test(parts[0] ?? '')
  // `bind:jr:constraintMsg` has a prefix of its own.
  if (shifted.length > 1 && /^jr$/i.test(shifted[0] ?? '')) shifted.shift()
  const [first = '', ...rest] = shifted
  const plain = first
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  const name = isMedia ? `media::${plain}` : Object.hasOwn(ALIASES, plain) ? ALIASES[plain] : plain
  const language = rest.join('::')
  if (name && TRANSLATED.has(name)) {
    return { name, written, ...(language === '' ? {} : { language }) }
  }
  return { name: language === '' && name ? name : written.trim(), written }
}

/** Whether the column says what one row alone is: its name, its words. */
export function isOneRowText({ name }: Header): boolean {
  return name === 'name' || name === 'value' || TRANSLATED.has(name)
}

/** The language a header names: « Français (fr) », « French », « fr ». */
export function languageOf(written: string): Language | undefined {
  const tag = /\(([a-z]{2})(?:-\w+)?\)\s*$/i.exec(written)?.[1] ?? written
  const plain = tag.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()
  if (/^(fr|fra|fre|francais|french)\b/.test(plain)) return 'fr'
  if (/^(en|eng|english|anglais)\b/.test(plain)) return 'en'
  return undefined
}

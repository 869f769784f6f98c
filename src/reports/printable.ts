/*
 * jsPDF ends a line of text at the first character the font lacks: a name written with « Ł » would
 * cut the sentence there. What people type therefore passes through here before it is drawn.
 */

const KNOWN =
  /[\n\u0020-\u007e\u00a0-\u00ff\u0102\u0131\u0152\u0153\u02c6\u02da\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2039\u203a\u2044\u20ac\u2122\u2212]/u

const SAID_OTHERWISE: Readonly<Record<string, string>> = {
  '\u202f': '\u00a0',
  '\u2007': '\u00a0',
  '\u2009': '\u00a0',
  '\u00ad': '',
  '\u200b': '',
  '\u2010': '-',
  '\u2011': '-',
  '\u2192': '>',
  '\u2264': '<=',
  '\u2265': '>=',
  '\u2713': 'x',
  '\t': ' ',
  '\r': '',
}

/** What the embedded font can show of a text; a letter it lacks loses its accent, else is « ? ». */
export function printable(text: string): string {
  let shown = ''
  for (const character of text.normalize('NFC')) {
    if (KNOWN.test(character)) shown += character
    else if (Object.hasOwn(SAID_OTHERWISE, character)) shown += SAID_OTHERWISE[character]
    else shown += withoutMarks(character)
  }
  return shown
}

function withoutMarks(character: string): string {
  if (/\p{M}|\uFE0F/u.test(character)) return ''
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '')
  return [...bare].every((part) => KNOWN.test(part)) ? bare : '?'
}

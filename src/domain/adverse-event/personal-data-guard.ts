export interface PersonalDataSpan {
  readonly kind: 'name' | 'room' | 'birth-date' | 'phone'
  /** Offsets in the text, end excluded. */
  readonly start: number
  readonly end: number
  readonly found: string
}

const PATTERNS: readonly (readonly [PersonalDataSpan['kind'], RegExp])[] = [
  [
    'name',
    /(?<!\p{L})(?:M\.|Mr\.?|Mme\.?|Mlle\.?|Monsieur|Madame|Mademoiselle|Dr\.?|Docteur|Mrs\.?|Ms\.?|M)[ \u00a0]+\p{Lu}(?:[\p{L}'’-]*)\.?/gu,
  ],
  [
    'room',
    /(?<!\p{L})(?:chambre|chbre|ch\.?|appartement|appt|lit|room|bed)[ \u00a0]*(?:n°|no|num[ée]ro)?[ \u00a0]*\d{1,4}[a-z]?(?![\p{L}\d])/giu,
  ],
  [
    'birth-date',
    /(?<!\p{L})(?:née?|born)(?:[ \u00a0]+(?:le|en|on|in))?[ \u00a0]+\d[\d/.-]*(?:er)?(?:[ \u00a0]+\p{L}{3,9}\.?[ \u00a0]+\d{4})?/giu,
  ],
  // « 3 mai 1932 »: nobody dates an event so long ago, with or without « né ».
  [
    'birth-date',
    /(?<!\d)\d{1,2}(?:er)?[ \u00a0]+(?:janv|févr|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov|déc|jan|feb|apr|may|june|july|aug|dec)\p{L}*\.?[ \u00a0]+(?:19\d{2}|20[01]\d)(?!\d)/giu,
  ],
  // Whole dates before 2020: nobody dates an event so, and a birth date often comes without « né ».
  ['birth-date', /(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](?:19\d{2}|20[01]\d)(?!\d)/g],
  ['phone', /(?<!\d)(?:\+\d{2,3}[ .-]?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)/g],
]

/**
 * What looks like a person in a free text: « M./Mme X », a room number, a birth date, a telephone
 * (R-EI-5). Runs on the device while one types; it warns and forbids nothing, for it may be wrong.
 * Spans are in the text's order and do not overlap.
 */
export function findPersonalData(text: string): readonly PersonalDataSpan[] {
  const spans = PATTERNS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({
      kind,
      start: match.index,
      end: match.index + match[0].length,
      found: match[0],
    })),
  ).sort((a, b) => a.start - b.start || b.end - a.end)
  return spans.filter((span, index) =>
    spans.slice(0, index).every((earlier) => earlier.end <= span.start),
  )
}

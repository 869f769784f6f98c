const NO_BREAK = '\u00a0'

/**
 * French spacing, in one place: a no-break space before « : ; ! ? » and %, inside guillemets,
 * between a figure and its unit. Texts are written with ordinary spaces and pass through here. The
 * narrow no-break space is not used: the embedded font has no glyph for it (ADR 006). A month cut
 * short at the end of a sentence ends it: « le 18 nov. », not « le 18 nov.. ».
 */
export function frenchSpaces(text: string): string {
  return text
    .replace(/ ([:;!?»%])/g, `${NO_BREAK}$1`)
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/(\d) (?=\d{3}\b|h\b|km\b|ko\b|Mo\b|Go\b|°C)/g, `$1${NO_BREAK}`)
    .replace(/\bn° /g, `n°${NO_BREAK}`)
    .replace(/\b(janv|févr|avr|juil|sept|oct|nov|déc)\.\.(?!\.)/g, '$1.')
}

/**
 * A figure as it is printed: Intl writes a hyphen before a negative number, and people read « −8,2 »
 * with the minus sign, as wide as the digits. For figures that are read: a file keeps the hyphen,
 * which a spreadsheet understands.
 */
export function withMinusSign(figure: string): string {
  return figure.replace(/^-/, '\u2212')
}

/** Safe in any folder: letters without accents, figures, hyphens; « G01-Les-Acomats-2026-03-11.csv ». */
export function plainFileName(parts: readonly string[], extension: string): string {
  const plain = parts.join('-').normalize('NFD').replace(/\p{M}/gu, '')
  const name = plain.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')
  return `${name.slice(0, 120) || 'escale'}.${extension}`
}

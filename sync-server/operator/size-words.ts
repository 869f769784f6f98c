const STEPS = [
  [1_000_000_000, 'Go'],
  [1_000_000, 'Mo'],
  [1_000, 'ko'],
] as const

/** `12,3 Mo`: powers of ten, as disks are sold. */
export function sizeWords(bytes: number): string {
  for (const [size, unit] of STEPS) {
    if (bytes < size) continue
    const shown = (bytes / size).toLocaleString('fr-FR', { maximumFractionDigits: 1 })
    return `${shown.replace(/\s/g, ' ')} ${unit}`
  }
  return `${bytes} octets`
}

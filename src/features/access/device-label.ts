import type { fr } from './fr.ts'

export const DEVICE_LABELS = [
  'labelTablet',
  'labelOffice',
  'labelPhone',
  'labelCarePost',
] as const satisfies readonly (keyof typeof fr)[]

/** The likeliest name for a device, from what the browser tells of it. */
export function guessDeviceLabel(device: {
  readonly maxTouchPoints: number
  readonly shortSide: number
}): (typeof DEVICE_LABELS)[number] {
  // Absent from some browsers, whatever its type says.
  if (!(device.maxTouchPoints > 0)) return 'labelOffice'
  return device.shortSide < 600 ? 'labelPhone' : 'labelTablet'
}

import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  title: 'Show this screen to the tablet',
  lead: 'On the tablet: “Meeting without network”, then “Open the camera”.',
  frame: 'Code {{index}} of {{count}}',
  frameLabel: 'Code {{index}} of {{count}} of the closed declaration',
  envelopeOf: 'Envelope {{index}} of {{count}}',
  play: 'Play',
  pause: 'Pause',
  next: 'Next code',
  previous: 'Previous code',
  nextEnvelope: 'Next envelope',
  stillHere: 'The envelope stays on this phone and will leave from here too. It will count once.',
  nothing: 'Nothing waits on this phone any more: the server has received everything.',
  back: 'Back',
}

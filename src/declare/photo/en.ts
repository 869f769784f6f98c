import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  take: 'Add a photo',
  retake: 'Change the photo',
  remove: 'Remove the photo',
  alt: 'Your photo',
  help: 'A place, an object, a wound. No face, no name. It leaves closed, without place or time.',
  unreadable: 'This photo could not be opened. Your words are kept: try another photo.',
}

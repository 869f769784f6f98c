import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  dialogue: 'Exchanges with the author',
  dialogueNote: 'Read with the 16-digit code, without an account. Only the day is kept.',
  none: 'No question asked, nothing added by the author.',
  asked: 'Question asked, {{day}}',
  said: 'The author, {{day}}',
  waiting: 'Awaiting an answer',
  ask: 'Ask the author a question',
  askHint:
    'They will read it with their code, and may answer without saying who they are. One question at a time.',
  askLike:
    '“{{words}}” looks like personal data. The author will read these words on a shared phone.',
  send: 'Ask the question',
  changed: 'What changed',
  changedNote: 'Read by the author, and by the unit on “You said, we did”',
  changedField: 'In one sentence, without a name',
  changedHint: 'A fact that the unit can see: what is done, repaired, decided.',
  changedLike: '“{{words}}” looks like personal data. It will be masked on the poster.',
  changedKeep: 'Keep',
  changedNone: 'Nothing written for now.',
  photo: 'Photo sent with the report',
  photoNote: 'Without the place or time it was taken',
}

import { answersAside, questionAt } from '#domain/filling/move-version.ts'
import { secondAnswers } from '#domain/filling/second-auditor.ts'
import type { Form } from '#domain/form/form.ts'
import type { Json } from '#domain/shared/json.ts'
import { type Language, type Text, textIn } from '#domain/shared/text.ts'
import { easyQuestions } from '#domain/tracer/easy-questions.ts'
import { type Helper, type OwnAnswer, readOwnWords } from '#domain/tracer/own-answers.ts'
import { answerInWords } from './answer-in-words.ts'
import type { FilledForm } from './filled-form.ts'

/** An answer that counts in no score, and leaves with the others under its own name. */
export interface AlsoSaid {
  /** Whose it is, or why it is apart: « Réponses de la personne, seule ». */
  readonly section: string
  readonly code: string
  /** File of an EPP, from 1. */
  readonly file: number | undefined
  readonly question: string
  readonly answer: string
}

const OWN_WORDS: Record<OwnAnswer, Text> = {
  yes: { fr: 'Oui', en: 'Yes' },
  'so-so': { fr: 'Un peu', en: 'A little' },
  no: { fr: 'Non', en: 'No' },
  unknown: { fr: 'Je ne sais pas', en: 'I do not know' },
  declined: { fr: 'Je ne veux pas répondre', en: 'I do not want to answer' },
}
const HELPER_WORDS: Record<Helper, Text> = {
  alone: { fr: 'seule', en: 'alone' },
  relative: { fr: 'aidée d’un proche', en: 'helped by someone close' },
  'trusted-person': { fr: 'aidée de sa personne de confiance', en: 'helped by a trusted person' },
  professional: { fr: 'aidée d’un professionnel', en: 'helped by a professional' },
}

/**
 * What a filling says beside its answers: what the person answered on the tablet (R-TRA-5), the reading
 * of a second auditor (R-KAP-3), and what a change of version set aside (R-GRI-3). Nothing typed stays behind.
 */
export function alsoSaid(filled: FilledForm, language: Language): readonly AlsoSaid[] {
  return [
    ...ownSaid(filled, language),
    ...secondSaid(filled, language),
    ...setAside(filled, language),
  ]
}

function ownSaid({ form, fields }: FilledForm, language: Language): readonly AlsoSaid[] {
  const { answers, helper } = readOwnWords(fields)
  const asks = new Map(easyQuestions(form).map(({ criterion, ask }) => [criterion, ask]))
  const who = textIn(HELPER_WORDS[helper], language)
  const section =
    language === 'fr' ? `Réponses de la personne, ${who}` : `Answers of the person, ${who}`
  return [...answers].map(([code, answer]) => ({
    section,
    code,
    file: undefined,
    question: textIn(asks.get(code) ?? labelAt(form, code) ?? BLANK, language),
    answer: textIn(OWN_WORDS[answer], language),
  }))
}

function secondSaid({ form, fields }: FilledForm, language: Language): readonly AlsoSaid[] {
  const section = language === 'fr' ? 'Second auditeur' : 'Second auditor'
  return [...secondAnswers(fields)].map(([key, value]) =>
    lineOf({ section, key, value, form, asked: form }, language),
  )
}

function setAside({ form, fields, formOf }: FilledForm, language: Language): readonly AlsoSaid[] {
  return answersAside(fields, form).map(({ key, value, version, edition }) => {
    const asked =
      version === undefined
        ? undefined
        : formOf({ form: form.id, formVersion: version, edition: edition ?? '' })
    return lineOf({ section: asideSection(version, language), key, value, form, asked }, language)
  })
}

function asideSection(version: number | undefined, language: Language): string {
  const [aside, of] =
    language === 'fr' ? ['Réponses mises de côté', 'version'] : ['Answers set aside', 'version']
  return version === undefined ? aside : `${aside}, ${of} ${version}`
}

interface Said {
  readonly section: string
  readonly key: string
  readonly value: Json
  readonly form: Form
  /** The version that asked; undefined when this device does not have it. */
  readonly asked: Form | undefined
}

function lineOf({ section, key, value, form, asked }: Said, language: Language): AlsoSaid {
  const [, file, code = key] = (form.kind === 'epp' ? /^(\d+)\.(.*)$/.exec(key) : undefined) ?? []
  const question = asked && questionAt(asked, key)
  return {
    section,
    code,
    file: file === undefined ? undefined : Number(file),
    question: question ? textIn(question.label, language) : '',
    answer: question ? answerInWords(question, value, language) : plainWords(value),
  }
}

function labelAt(form: Form, key: string): Text | undefined {
  return questionAt(form, key)?.label
}

function plainWords(value: Json): string {
  if (Array.isArray(value)) return value.map(plainWords).join(', ')
  return value === null || typeof value === 'object' ? '' : String(value)
}

const BLANK: Text = { fr: '', en: '' }

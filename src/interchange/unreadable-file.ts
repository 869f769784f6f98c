import type { Text } from '#domain/shared/text.ts'

/** Why a file cannot be read as a form, with what to do about it: the end of a sentence. */
export const UNREADABLE = {
  missing: {
    fr: 'il n’existe pas, ou n’est pas un fichier',
    en: 'there is none, or it is no file',
  },
  empty: { fr: 'il est vide', en: 'it is empty' },
  'not-a-workbook': {
    fr: 'c’est une archive sans classeur. Ouvrez-la, puis importez le fichier qu’elle contient',
    en: 'it is an archive without a workbook. Open it, then import the file it holds',
  },
  damaged: {
    fr: 'il est coupé ou abîmé. Demandez-le à nouveau, ou enregistrez-le à nouveau depuis Excel',
    en: 'it is cut short or damaged. Ask for it again, or save it again from Excel',
  },
  'too-large': {
    fr: 'il est trop gros une fois ouvert',
    en: 'it is too large once opened',
  },
  'old-workbook': {
    fr: 'c’est un classeur d’avant 2007 (.xls) ou à mot de passe. Ouvrez-le dans Excel et enregistrez-le en .xlsx, sans mot de passe',
    en: 'it is a workbook from before 2007 (.xls), or kept by a password. Open it in Excel and save it as .xlsx, without a password',
  },
  'open-document': {
    fr: 'c’est un classeur LibreOffice (.ods). Ouvrez-le et enregistrez-le en .xlsx',
    en: 'it is a LibreOffice workbook (.ods). Open it and save it as .xlsx',
  },
  document: {
    fr: 'c’est un document de texte ou un diaporama, pas un classeur',
    en: 'it is a text document or slides, not a workbook',
  },
  'web-page': {
    fr: 'c’est une page web, quel que soit son nom. Ouvrez-la dans Excel et enregistrez-la en .xlsx',
    en: 'it is a web page, whatever its name. Open it in Excel and save it as .xlsx',
  },
  'xml-workbook': {
    fr: 'c’est un classeur au format XML. Ouvrez-le dans Excel et enregistrez-le en .xlsx',
    en: 'it is a workbook in XML. Open it in Excel and save it as .xlsx',
  },
  xform: {
    fr: 'c’est un XForm, fait à partir d’un classeur. Importez le classeur XLSForm d’origine',
    en: 'it is an XForm, made from a workbook. Import the XLSForm workbook it came from',
  },
  'fhir-xml': {
    fr: 'c’est du FHIR en XML. Demandez le même questionnaire en JSON',
    en: 'it is FHIR in XML. Ask for the same questionnaire in JSON',
  },
  xml: { fr: 'c’est du XML, que Escale ne lit pas', en: 'it is XML, which Escale does not read' },
  pdf: { fr: 'c’est un PDF', en: 'it is a PDF' },
  picture: { fr: 'c’est une image', en: 'it is a picture' },
  'bad-json': {
    fr: 'ce fichier JSON est coupé ou mal écrit',
    en: 'this JSON file is cut short or ill written',
  },
} as const satisfies Record<string, Text>

export type Unreadable = keyof typeof UNREADABLE

/** What a file that is no archive and no JSON object is known to be by its first signs. */
export function unreadableKind(bytes: Uint8Array, text: string): Unreadable | undefined {
  if (text.trim() === '') return 'empty'
  const starts = (...signs: readonly number[]) => signs.every((sign, at) => bytes[at] === sign)
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'old-workbook'
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (starts(0xff, 0xd8) || starts(0x89, 0x50, 0x4e, 0x47) || starts(0x47, 0x49, 0x46)) {
    return 'picture'
  }
  const head = text.slice(0, 4_000).trimStart()
  if (/^[{[]/.test(head)) return 'bad-json'
  if (!head.startsWith('<')) return undefined
  if (/<(!doctype html|html|table)\b/i.test(head) && !/xforms/.test(head)) return 'web-page'
  if (/excel\.sheet|<workbook\b/i.test(head)) return 'xml-workbook'
  if (/w3\.org\/2002\/xforms/.test(head)) return 'xform'
  return /hl7\.org\/fhir/.test(head) ? 'fhir-xml' : 'xml'
}

/** What an archive without a workbook holds, by the names inside. */
export function archiveKind(names: Iterable<string>): Unreadable {
  for (const name of names) {
    if (/^(word|ppt)\//.test(name)) return 'document'
    if (name === 'content.xml') return 'open-document'
  }
  return 'not-a-workbook'
}

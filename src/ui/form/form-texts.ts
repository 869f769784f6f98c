import { addTexts } from '#ui/i18n.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** Namespace of the renderer; importing this file registers its words. */
export const FORM_TEXTS = 'form'

addTexts(FORM_TEXTS, { fr, en })

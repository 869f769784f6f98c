import { addTexts } from '#ui/i18n.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

/** Namespace of the installation; importing this file registers its words. */
export const INSTALL_TEXTS = 'install'

addTexts(INSTALL_TEXTS, { fr, en })

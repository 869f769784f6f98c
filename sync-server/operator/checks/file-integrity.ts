import type { Check } from './check.ts'

/** The file as the engine sees it: every page, every index against its table. */
export const fileIntegrity: Check = {
  title: 'le fichier de données',
  async run({ integrityFaults }) {
    return {
      checked: 'le fichier de données, page par page',
      faults: integrityFaults().map((text) => `le fichier est abîmé : ${text}`),
    }
  },
}

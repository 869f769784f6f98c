import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G16, personal file: 13 criteria, read file by file. */
export const eppUserFile: Form = {
  ...identityOf(CATALOGUE.eppUserFile),
  unit: 'file',
  source: {
    fr: 'Contenu usuel du dossier unique, écrit par le produit. À vérifier avec le délégué à la protection des données.',
    en: 'Usual content of the single file, in the product’s words. To be verified with the data protection officer.',
  },
  target: 0.8,
  pilot: { fr: 'Chef de service', en: 'Head of unit' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Qui est la personne', en: 'Who the person is' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'A1',
          label: {
            fr: 'Les données administratives et la mesure de protection sont à jour.',
            en: 'Administrative data and legal protection are current.',
          },
          hint: { fr: 'Lire le jugement s’il existe.', en: 'Read the ruling if any.' },
          remedy: {
            fr: 'Mettre à jour les mesures de protection',
            en: 'Update legal protection measures',
          },
        },
        {
          id: 'A2',
          label: {
            fr: 'La personne de confiance est désignée, ou la proposition est tracée.',
            en: 'The trusted person is named, or the offer is traced.',
          },
          hint: { fr: 'Chercher le document signé.', en: 'Look for the signed paper.' },
          remedy: {
            fr: 'Proposer la désignation et la tracer',
            en: 'Offer the naming and trace it',
          },
        },
        {
          id: 'A3',
          label: {
            fr: 'Les directives anticipées sont recherchées.',
            en: 'Advance directives are asked for.',
          },
          hint: { fr: 'Une trace datée suffit.', en: 'A dated trace is enough.' },
          remedy: { fr: 'Aborder les directives anticipées', en: 'Raise advance directives' },
        },
        {
          id: 'A4',
          imperatif: '2.2.5',
          label: {
            fr: 'Le droit à l’image est recueilli, usage par usage.',
            en: 'Image rights are asked, use by use.',
          },
          hint: { fr: 'Lire la date et les usages.', en: 'Read the date and uses.' },
          remedy: { fr: 'Renouveler l’accord de droit à l’image', en: 'Renew the image agreement' },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Sa santé et son projet', en: 'Health and plan' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'B1',
          label: {
            fr: 'Allergies et alertes sont visibles dès l’ouverture.',
            en: 'Allergies and alerts show on opening.',
          },
          hint: {
            fr: 'Ouvrir le dossier comme un remplaçant.',
            en: 'Open the file as a stand-in.',
          },
          remedy: {
            fr: 'Afficher les alertes en première page',
            en: 'Show alerts on the first page',
          },
        },
        {
          id: 'B2',
          label: {
            fr: 'Antécédents et diagnostics sont écrits.',
            en: 'History and diagnoses are written.',
          },
          hint: {
            fr: 'Synthèse médicale de moins d’un an.',
            en: 'Medical summary under a year old.',
          },
          remedy: {
            fr: 'Demander la synthèse médicale annuelle',
            en: 'Ask for the yearly medical summary',
          },
        },
        {
          id: 'B3',
          label: {
            fr: 'Les évaluations sont datées et accessibles.',
            en: 'Assessments are dated and at hand.',
          },
          hint: {
            fr: 'Autonomie, douleur, chutes, nutrition.',
            en: 'Autonomy, pain, falls, nutrition.',
          },
          remedy: {
            fr: 'Regrouper les évaluations au même endroit',
            en: 'Group assessments in one place',
          },
        },
        {
          id: 'B4',
          label: {
            fr: 'Le projet personnalisé et le contrat sont présents.',
            en: 'The personal plan and the contract are there.',
          },
          hint: { fr: 'Dernière version signée.', en: 'Last signed version.' },
          remedy: {
            fr: 'Classer projet et contrat signés',
            en: 'File the signed plan and contract',
          },
        },
        {
          id: 'B5',
          label: {
            fr: 'Les consentements aux soins sont tracés.',
            en: 'Consent to care is traced.',
          },
          hint: { fr: 'Prendre le dernier acte important.', en: 'Take the last major act.' },
          remedy: { fr: 'Tracer la recherche du consentement', en: 'Trace the search for consent' },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Écrire et protéger', en: 'Write and protect' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'C1',
          label: {
            fr: 'Les transmissions sont datées, signées, factuelles.',
            en: 'Notes are dated, signed and factual.',
          },
          hint: { fr: 'Lire les sept derniers jours.', en: 'Read the last seven days.' },
          remedy: { fr: 'Travailler les transmissions ciblées', en: 'Work on focused notes' },
        },
        {
          id: 'C2',
          imperatif: '2.2.7',
          label: {
            fr: 'Les droits d’accès suivent la fonction.',
            en: 'Access rights follow the function.',
          },
          hint: {
            fr: 'Ouvrir avec un compte d’une autre fonction.',
            en: 'Open with an account of another function.',
          },
          remedy: { fr: 'Revoir les profils d’accès', en: 'Review access profiles' },
        },
        {
          id: 'C3',
          imperatif: '2.2.7',
          label: {
            fr: 'La personne sait qu’elle peut lire son dossier.',
            en: 'The person knows they may read their file.',
          },
          hint: { fr: 'Chercher l’information donnée.', en: 'Look for the information given.' },
          remedy: {
            fr: 'Informer du droit d’accès au dossier',
            en: 'Tell of the right to read the file',
          },
        },
        {
          id: 'C4',
          label: {
            fr: 'Un dossier unique évite les doubles.',
            en: 'A single file avoids doubles.',
          },
          hint: {
            fr: 'Chercher cahiers et classeurs parallèles.',
            en: 'Look for side notebooks and binders.',
          },
          remedy: { fr: 'Supprimer les cahiers parallèles', en: 'Remove side notebooks' },
        },
      ]),
    },
  ],
}

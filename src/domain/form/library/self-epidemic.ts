import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'
import { IN_PLACE } from './library-scales.ts'

/** PLME, local epidemic control plan: 15 criteria, observed once in the home. */
export const selfEpidemic: Form = {
  ...identityOf(CATALOGUE.selfEpidemic),
  unit: 'structure',
  source: {
    fr: 'Un plan local de maîtrise des épidémies conforme est demandé par l’annexe de CPOM d’Île-de-France. Points écrits par le produit, à vérifier avec l’équipe d’hygiène.',
    en: 'A compliant local epidemic control plan is asked by the CPOM annex of Île-de-France. Points in the product’s words, to be verified with the hygiene team.',
  },
  pilot: { fr: 'Médecin coordonnateur', en: 'Coordinating doctor' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Prévenir', en: 'Prevent' },
      questions: criteriaOn(IN_PLACE, [
        {
          id: 'A1',
          label: { fr: 'Un correspondant hygiène est nommé.', en: 'A hygiene contact is named.' },
          hint: { fr: 'Fonction et temps.', en: 'Function and time.' },
          remedy: { fr: 'Nommer un correspondant hygiène', en: 'Name a hygiene contact' },
        },
        {
          id: 'A2',
          label: {
            fr: 'Les vaccinations sont proposées et suivies.',
            en: 'Vaccinations are offered and followed.',
          },
          hint: { fr: 'Résidents et professionnels.', en: 'Residents and staff.' },
          remedy: { fr: 'Suivre la couverture vaccinale', en: 'Follow vaccination coverage' },
        },
        {
          id: 'A3',
          label: {
            fr: 'Les stocks de protection couvrent trois semaines.',
            en: 'Protection stocks cover three weeks.',
          },
          hint: { fr: 'Compter masques, gants, tabliers.', en: 'Count masks, gloves, aprons.' },
          remedy: { fr: 'Constituer un stock de trois semaines', en: 'Build a three-week stock' },
        },
        {
          id: 'A4',
          label: { fr: 'Les formations hygiène sont à jour.', en: 'Hygiene training is current.' },
          hint: { fr: 'Lire par catégorie.', en: 'Read by category.' },
          remedy: {
            fr: 'Former chaque catégorie à l’hygiène',
            en: 'Train each category in hygiene',
          },
        },
        {
          id: 'A5',
          label: {
            fr: 'La ventilation des pièces est organisée.',
            en: 'Room ventilation is organised.',
          },
          hint: { fr: 'Regarder deux salles.', en: 'Look at two rooms.' },
          remedy: { fr: 'Organiser l’aération quotidienne', en: 'Organise daily airing' },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Repérer', en: 'Spot' },
      questions: criteriaOn(IN_PLACE, [
        {
          id: 'B1',
          label: { fr: 'Les signes d’alerte sont affichés.', en: 'Warning signs are posted.' },
          hint: { fr: 'Toux, fièvre, diarrhée, éruption.', en: 'Cough, fever, diarrhoea, rash.' },
          remedy: { fr: 'Afficher les signes d’alerte', en: 'Post warning signs' },
        },
        {
          id: 'B2',
          label: {
            fr: 'Un tableau de suivi des cas est prêt.',
            en: 'A table to follow cases is ready.',
          },
          hint: { fr: 'L’ouvrir.', en: 'Open it.' },
          remedy: { fr: 'Préparer le tableau des cas', en: 'Prepare the case table' },
        },
        {
          id: 'B3',
          label: {
            fr: 'Le seuil de signalement est connu.',
            en: 'The reporting threshold is known.',
          },
          hint: { fr: 'Demander à deux professionnels.', en: 'Ask two of the staff.' },
          remedy: {
            fr: 'Afficher le seuil et qui prévenir',
            en: 'Post the threshold and whom to tell',
          },
        },
        {
          id: 'B4',
          label: {
            fr: 'Les prélèvements sont possibles tous les jours.',
            en: 'Samples are possible every day.',
          },
          hint: { fr: 'Demander le week-end.', en: 'Ask about weekends.' },
          remedy: {
            fr: 'Écrire l’organisation des prélèvements',
            en: 'Write how samples are organised',
          },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Maîtriser', en: 'Control' },
      questions: criteriaOn(IN_PLACE, [
        {
          id: 'C1',
          label: {
            fr: 'Les mesures par type d’épidémie sont écrites.',
            en: 'Measures by kind of epidemic are written.',
          },
          hint: { fr: 'Lire deux fiches.', en: 'Read two sheets.' },
          remedy: {
            fr: 'Écrire une fiche par type d’épidémie',
            en: 'Write one sheet by kind of epidemic',
          },
        },
        {
          id: 'C2',
          label: {
            fr: 'L’organisation des soins en cas de cas groupés est prévue.',
            en: 'Care in case of a cluster is planned.',
          },
          hint: { fr: 'Secteurs, personnel dédié.', en: 'Areas, dedicated staff.' },
          remedy: {
            fr: 'Prévoir des secteurs et une équipe dédiée',
            en: 'Plan areas and a dedicated team',
          },
        },
        {
          id: 'C3',
          label: {
            fr: 'Les visites et les liens sont maintenus autant que possible.',
            en: 'Visits and links are kept as far as possible.',
          },
          hint: { fr: 'Lire la consigne.', en: 'Read the instruction.' },
          remedy: { fr: 'Écrire la règle des visites', en: 'Write the rule for visits' },
        },
        {
          id: 'C4',
          label: {
            fr: 'Le bionettoyage renforcé est décrit.',
            en: 'Reinforced cleaning is described.',
          },
          hint: { fr: 'Produit, fréquence.', en: 'Product, frequency.' },
          remedy: { fr: 'Décrire le bionettoyage renforcé', en: 'Describe reinforced cleaning' },
        },
        {
          id: 'C5',
          label: {
            fr: 'L’appui d’une équipe mobile d’hygiène est écrit.',
            en: 'The help of a mobile hygiene team is written.',
          },
          hint: { fr: 'Numéro et convention.', en: 'Number and agreement.' },
          remedy: {
            fr: 'Signer l’appui d’une équipe d’hygiène',
            en: 'Sign the help of a hygiene team',
          },
        },
        {
          id: 'C6',
          label: {
            fr: 'Chaque épisode est suivi d’un bilan.',
            en: 'Each episode is followed by a review.',
          },
          hint: { fr: 'Lire le dernier.', en: 'Read the last.' },
          remedy: { fr: 'Faire un bilan de chaque épisode', en: 'Review each episode' },
        },
      ]),
    },
  ],
}

import type { Section } from '../form.ts'

const SCALE = 'yes-partial-no-na'
/** HAS « critère impératif » on the security of the medication circuit. */
const IMPERATIF = '3.6.2'

const intake: Section = {
  id: 'D',
  title: { fr: 'Aide à la prise', en: 'Help with intake' },
  questions: [
    {
      id: 'D1',
      type: 'criterion',
      scale: SCALE,
      weight: 2,
      imperatif: IMPERATIF,
      label: {
        fr: 'L’identité est vérifiée à chaque prise, par une question ouverte ou une photo.',
        en: 'Identity is checked at each intake, by an open question or a photo.',
      },
      hint: { fr: 'Observer 5 prises au déjeuner.', en: 'Watch 5 intakes at lunch.' },
      phrases: [
        { fr: 'Nom donné par le soignant', en: 'Name said by the caregiver' },
        { fr: 'Pas de vérification', en: 'No check' },
      ],
      remedy: {
        fr: 'Revoir la vérification d’identité avec l’équipe',
        en: 'Review identity checks with the team',
      },
    },
    {
      id: 'D2',
      type: 'criterion',
      scale: SCALE,
      imperatif: IMPERATIF,
      label: {
        fr: 'La prise est notée aussitôt, par la personne qui l’a aidée.',
        en: 'Intake is noted at once, by whoever helped.',
      },
      hint: {
        fr: 'Comparer l’heure notée et l’heure du repas pour 5 personnes.',
        en: 'Compare the time noted and the mealtime for 5 people.',
      },
      phrases: [
        { fr: 'Noté en fin de service', en: 'Noted at the end of the shift' },
        { fr: 'Noté à l’avance', en: 'Noted beforehand' },
      ],
      remedy: { fr: 'Noter les prises au lit de la personne', en: 'Note intakes at the bedside' },
    },
    {
      id: 'D3',
      type: 'criterion',
      scale: SCALE,
      remedy: {
        fr: 'Donner une suite écrite à chaque refus',
        en: 'Follow up each refusal in writing',
      },
      label: {
        fr: 'Les refus et les oublis sont notés et transmis.',
        en: 'Refusals and omissions are noted and passed on.',
      },
      hint: {
        fr: 'Chercher 3 refus récents et la suite donnée.',
        en: 'Find 3 recent refusals and what followed.',
      },
      phrases: [{ fr: 'Refus sans suite', en: 'Refusal without follow-up' }],
    },
    {
      id: 'D4',
      type: 'criterion',
      scale: SCALE,
      remedy: {
        fr: 'Former les aidants à la prise et le tracer',
        en: 'Train and trace those who help with intake',
      },
      label: {
        fr: 'L’aide à la prise par un non-infirmier est cadrée par un écrit.',
        en: 'Help given by someone other than a nurse is framed in writing.',
      },
      hint: {
        fr: 'Lire le protocole, vérifier la formation de deux soignants.',
        en: 'Read the protocol, check the training of two caregivers.',
      },
      phrases: [{ fr: 'Formation non tracée', en: 'Training not traced' }],
    },
  ],
}

const storage: Section = {
  id: 'E',
  title: { fr: 'Stockage', en: 'Storage' },
  questions: [
    {
      id: 'E1',
      type: 'criterion',
      scale: SCALE,
      remedy: { fr: 'Garder la clé hors de la porte', en: 'Keep the key out of the door' },
      label: {
        fr: 'Les médicaments sont rangés dans un local fermé à clé.',
        en: 'Medicines are stored in a locked room.',
      },
      phrases: [{ fr: 'Clé sur la porte', en: 'Key left in the door' }],
    },
    {
      id: 'E2',
      type: 'criterion',
      scale: SCALE,
      remedy: { fr: 'Relever le réfrigérateur chaque jour', en: 'Read the fridge every day' },
      label: {
        fr: 'Le réfrigérateur reste entre 2 et 8 °C, relevé chaque jour.',
        en: 'The fridge stays between 2 and 8 °C, read every day.',
      },
      hint: {
        fr: 'Lire le thermomètre et les relevés des 30 derniers jours.',
        en: 'Read the thermometer and the last 30 days of readings.',
      },
      phrases: [
        { fr: 'Relevés incomplets', en: 'Readings incomplete' },
        { fr: 'Hors limites sans suite', en: 'Out of range, no follow-up' },
      ],
    },
    {
      id: 'E3',
      type: 'criterion',
      scale: SCALE,
      remedy: { fr: 'Vérifier les dates chaque mois', en: 'Check dates every month' },
      label: {
        fr: 'Aucun médicament n’est périmé, ni gardé sans nom.',
        en: 'No medicine is out of date, nor kept without a name.',
      },
      hint: {
        fr: 'Tirer 10 boîtes et tous les flacons ouverts.',
        en: 'Pull 10 boxes and every opened bottle.',
      },
      phrases: [
        { fr: 'Flacon sans date d’ouverture', en: 'Bottle without opening date' },
        { fr: 'Boîte périmée', en: 'Box out of date' },
      ],
    },
    {
      id: 'E4',
      type: 'criterion',
      scale: SCALE,
      blocking: true,
      label: {
        fr: 'Les stupéfiants sont à part, et le registre tombe juste.',
        en: 'Narcotics are kept apart and the register tallies.',
      },
      hint: {
        fr: 'Compter une spécialité et comparer au registre.',
        en: 'Count one product and compare with the register.',
      },
      phrases: [{ fr: 'Écart de compte', en: 'Count does not tally' }],
      remedy: {
        fr: 'Rechercher l’écart et recompter chaque semaine',
        en: 'Trace the gap and recount weekly',
      },
    },
  ],
}

const errors: Section = {
  id: 'F',
  title: { fr: 'Erreurs et retours', en: 'Errors and returns' },
  questions: [
    {
      id: 'F1',
      type: 'criterion',
      scale: SCALE,
      remedy: {
        fr: 'Rendre compte des erreurs en réunion d’équipe',
        en: 'Report back on errors in team meetings',
      },
      label: {
        fr: 'Les erreurs sont déclarées, et l’équipe reçoit un retour.',
        en: 'Errors are declared and the team gets feedback.',
      },
      hint: {
        fr: 'Demander la dernière erreur et ce qui a changé depuis.',
        en: 'Ask for the last error and what has changed since.',
      },
      phrases: [
        { fr: 'Pas de déclaration en 6 mois', en: 'No declaration in 6 months' },
        { fr: 'Pas de retour à l’équipe', en: 'No feedback to the team' },
      ],
    },
    {
      id: 'F2',
      type: 'criterion',
      scale: SCALE,
      remedy: { fr: 'Tracer les retours à la pharmacie', en: 'Trace returns to the pharmacy' },
      label: {
        fr: 'Les médicaments non utilisés repartent à la pharmacie, avec une trace.',
        en: 'Unused medicines go back to the pharmacy, with a trace.',
      },
      phrases: [{ fr: 'Retours sans trace', en: 'Returns without trace' }],
    },
  ],
}

/** G01, second half: from the pill box to the person, and what is learnt from errors. */
export const medicationUse: readonly Section[] = [intake, storage, errors]

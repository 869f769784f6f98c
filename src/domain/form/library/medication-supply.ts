import type { Section } from '../form.ts'

const SCALE = 'yes-partial-no-na'
/** HAS « critère impératif » on the security of the medication circuit. */
const IMPERATIF = '3.6.2'

const organisation: Section = {
  id: 'A',
  title: { fr: 'Organisation', en: 'Organisation' },
  questions: [
    {
      id: 'A1',
      type: 'criterion',
      scale: SCALE,
      remedy: {
        fr: 'Nommer le responsable et le faire connaître',
        en: 'Name who is responsible and tell the team',
      },
      label: {
        fr: 'Une personne est nommée responsable du circuit du médicament.',
        en: 'One person is named as responsible for the medication circuit.',
      },
      hint: {
        fr: 'Demander son nom à deux soignants, lire sa fiche de mission.',
        en: 'Ask two caregivers who it is, read the job sheet.',
      },
      phrases: [
        { fr: 'Fiche de mission absente', en: 'No job sheet' },
        { fr: 'Équipe non informée', en: 'Team not told' },
      ],
    },
    {
      id: 'A2',
      type: 'criterion',
      scale: SCALE,
      remedy: {
        fr: 'Mettre à jour les procédures et les ranger en poste',
        en: 'Update the procedures and keep them on duty',
      },
      label: {
        fr: 'Les procédures du circuit sont écrites, datées et connues de l’équipe.',
        en: 'The procedures of the circuit are written, dated and known to the team.',
      },
      hint: {
        fr: 'Les faire retrouver par un soignant en moins de deux minutes.',
        en: 'Have a caregiver find them in under two minutes.',
      },
      phrases: [
        { fr: 'Plus de 3 ans', en: 'Over 3 years old' },
        { fr: 'Introuvables en poste', en: 'Not found on duty' },
      ],
    },
    {
      id: 'A3',
      type: 'criterion',
      scale: SCALE,
      remedy: {
        fr: 'Réviser la convention avec la pharmacie',
        en: 'Revise the agreement with the pharmacy',
      },
      label: {
        fr: 'Une convention avec la pharmacie précise la livraison, l’urgence et les retours.',
        en: 'An agreement with the pharmacy settles delivery, emergencies and returns.',
      },
      hint: {
        fr: 'Lire la convention signée et sa date.',
        en: 'Read the signed agreement and its date.',
      },
      phrases: [
        { fr: 'Convention à renouveler', en: 'Agreement to renew' },
        { fr: 'Urgences non prévues', en: 'Emergencies not covered' },
      ],
    },
  ],
}

const prescription: Section = {
  id: 'B',
  title: { fr: 'Prescription et livraison', en: 'Prescription and delivery' },
  questions: [
    {
      id: 'B1',
      type: 'criterion',
      scale: SCALE,
      weight: 2,
      imperatif: IMPERATIF,
      label: {
        fr: 'Chaque traitement en cours a une prescription signée, datée et complète.',
        en: 'Each current treatment has a signed, dated and complete prescription.',
      },
      hint: {
        fr: 'Regarder 5 dossiers : médicament, dose, heures, durée, signature.',
        en: 'Look at 5 files: drug, dose, times, duration, signature.',
      },
      phrases: [
        { fr: 'Durée absente', en: 'No duration' },
        { fr: 'Signature absente', en: 'No signature' },
        { fr: 'Recopie à la main', en: 'Copied by hand' },
      ],
      remedy: {
        fr: 'Compléter et faire signer les prescriptions',
        en: 'Complete and sign prescriptions',
      },
    },
    {
      id: 'B2',
      type: 'criterion',
      scale: SCALE,
      remedy: {
        fr: 'Renseigner allergies, poids et fonction rénale',
        en: 'Fill in allergies, weight and kidney function',
      },
      label: {
        fr: 'Allergies, poids et fonction rénale sont visibles avec la prescription.',
        en: 'Allergies, weight and kidney function are visible with the prescription.',
      },
      hint: { fr: 'Regarder les mêmes 5 dossiers.', en: 'Look at the same 5 files.' },
      phrases: [
        { fr: 'Allergies non renseignées', en: 'Allergies not filled in' },
        { fr: 'Poids de plus de 3 mois', en: 'Weight over 3 months old' },
      ],
    },
    {
      id: 'B3',
      type: 'criterion',
      scale: SCALE,
      remedy: {
        fr: 'Tracer la comparaison à chaque entrée et retour',
        en: 'Trace the comparison on each entry and return',
      },
      label: {
        fr: 'Le traitement est comparé à celui d’avant, à l’entrée et au retour d’hôpital.',
        en: 'Treatment is compared with the previous one on entry and return from hospital.',
      },
      hint: {
        fr: 'Prendre les 3 derniers retours, chercher la trace de la comparaison.',
        en: 'Take the last 3 returns, look for the trace of the comparison.',
      },
      phrases: [{ fr: 'Pas de trace écrite', en: 'No written trace' }],
    },
    {
      id: 'B4',
      type: 'criterion',
      scale: SCALE,
      remedy: { fr: 'Signer chaque bon de livraison', en: 'Sign each delivery slip' },
      label: {
        fr: 'Chaque livraison est contrôlée à l’arrivée, et le contrôle est noté.',
        en: 'Each delivery is checked on arrival, and the check is noted.',
      },
      hint: {
        fr: 'Lire les bons de la semaine : date, signature, écarts.',
        en: 'Read this week’s slips: date, signature, gaps.',
      },
      phrases: [{ fr: 'Bons non signés', en: 'Slips not signed' }],
    },
  ],
}

const preparation: Section = {
  id: 'C',
  title: { fr: 'Préparation des piluliers', en: 'Preparing the pill boxes' },
  questions: [
    {
      id: 'C1',
      type: 'criterion',
      scale: SCALE,
      remedy: { fr: 'Protéger le temps de préparation', en: 'Protect preparation time' },
      label: {
        fr: 'La préparation se fait dans un lieu calme, sans interruption.',
        en: 'Preparation takes place somewhere quiet, without interruption.',
      },
      hint: {
        fr: 'Observer 10 minutes, compter les interruptions.',
        en: 'Watch for 10 minutes, count the interruptions.',
      },
      phrases: [
        { fr: 'Téléphone décroché', en: 'Phone answered' },
        { fr: 'Passage dans la salle', en: 'People passing through' },
      ],
    },
    {
      id: 'C2',
      type: 'criterion',
      scale: SCALE,
      imperatif: IMPERATIF,
      label: {
        fr: 'La préparation est vérifiée par une seconde personne.',
        en: 'Preparation is checked by a second person.',
      },
      hint: {
        fr: 'Lire la feuille de contrôle des 7 derniers jours.',
        en: 'Read the check sheet of the last 7 days.',
      },
      phrases: [
        { fr: 'Contrôle non signé', en: 'Check not signed' },
        { fr: 'Seulement les insulines', en: 'Insulin only' },
      ],
      remedy: {
        fr: 'Mettre en place un double contrôle signé',
        en: 'Set up a signed double check',
      },
    },
    {
      id: 'C3',
      type: 'criterion',
      scale: SCALE,
      weight: 2,
      imperatif: IMPERATIF,
      label: {
        fr: 'Chaque pilulier porte le nom, la photo et la chambre de la personne.',
        en: 'Each pill box shows the person’s name, photo and room.',
      },
      hint: {
        fr: 'Regarder 5 piluliers pris au hasard dans le chariot.',
        en: 'Look at 5 pill boxes taken at random in the trolley.',
      },
      phrases: [
        { fr: 'Photo absente', en: 'No photo' },
        { fr: 'Étiquette illisible', en: 'Label unreadable' },
        { fr: 'Ancienne chambre', en: 'Former room' },
      ],
      remedy: { fr: 'Refaire photos et étiquettes', en: 'Redo photos and labels' },
    },
    {
      id: 'C4',
      type: 'criterion',
      scale: SCALE,
      label: {
        fr: 'Les comprimés à ne pas écraser sont signalés.',
        en: 'Tablets that must not be crushed are marked.',
      },
      hint: {
        fr: 'Chercher la liste au poste, puis la marque sur 3 piluliers.',
        en: 'Look for the list at the station, then the mark on 3 boxes.',
      },
      phrases: [
        { fr: 'Liste ancienne', en: 'Old list' },
        { fr: 'Liste absente du chariot', en: 'No list on the trolley' },
      ],
      remedy: {
        fr: 'Afficher la liste à jour au chariot',
        en: 'Post the current list on the trolley',
      },
    },
    {
      id: 'C5',
      type: 'criterion',
      scale: SCALE,
      remedy: { fr: 'Fermer le chariot à clé', en: 'Lock the trolley' },
      label: {
        fr: 'Les piluliers préparés sont gardés sous clé.',
        en: 'Prepared pill boxes are kept locked.',
      },
      phrases: [{ fr: 'Chariot ouvert', en: 'Trolley open' }],
    },
  ],
}

/** G01, first half: from the prescription to the pill box. */
export const medicationSupply: readonly Section[] = [organisation, prescription, preparation]

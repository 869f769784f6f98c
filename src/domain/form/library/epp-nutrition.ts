import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G07, malnutrition: 15 criteria, read file by file. */
export const eppNutrition: Form = {
  ...identityOf(CATALOGUE.eppNutrition),
  unit: 'file',
  source: {
    fr: 'Thèmes usuels du repérage de la dénutrition (poids, perte, apports, jeûne de nuit de 12 heures au plus), écrits par le produit. À vérifier avec le médecin et le diététicien.',
    en: 'Usual themes of spotting malnutrition (weight, loss, intake, night fast of 12 hours at most), in the product’s words. To be verified with the doctor and the dietitian.',
  },
  target: 0.8,
  pilot: { fr: 'IDE coordinatrice', en: 'Lead nurse' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Mesurer', en: 'Measure' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'A1',
          label: { fr: 'Le poids est relevé à l’entrée.', en: 'Weight is taken on entry.' },
          hint: { fr: 'Dans les 48 premières heures.', en: 'Within the first 48 hours.' },
          remedy: { fr: 'Peser chaque personne à l’entrée', en: 'Weigh each person on entry' },
        },
        {
          id: 'A2',
          label: { fr: 'Le poids est relevé chaque mois.', en: 'Weight is taken every month.' },
          hint: {
            fr: 'Lire la courbe des six derniers mois.',
            en: 'Read the curve of the last six months.',
          },
          remedy: { fr: 'Fixer un jour de pesée par mois', en: 'Set one weighing day a month' },
        },
        {
          id: 'A3',
          label: {
            fr: 'La taille et l’indice de masse corporelle sont au dossier.',
            en: 'Height and body mass index are in the file.',
          },
          hint: {
            fr: 'Taille mesurée ou estimée par la hauteur du genou.',
            en: 'Height measured or estimated from knee height.',
          },
          remedy: {
            fr: 'Mesurer la taille, ou la hauteur du genou',
            en: 'Measure height, or knee height',
          },
        },
        {
          id: 'A4',
          label: {
            fr: 'La perte de poids sur 1 et 6 mois est calculée.',
            en: 'Weight loss over 1 and 6 months is worked out.',
          },
          hint: {
            fr: 'En pourcentage, pas seulement en kilos.',
            en: 'As a percentage, not only in kilos.',
          },
          remedy: {
            fr: 'Ajouter la perte en pourcentage à la courbe',
            en: 'Add the loss in percent to the curve',
          },
        },
        {
          id: 'A5',
          label: {
            fr: 'Le diagnostic est posé et codé quand les critères sont là.',
            en: 'The diagnosis is made and coded when criteria are met.',
          },
          hint: { fr: 'Lire la conclusion du médecin.', en: 'Read the doctor’s conclusion.' },
          remedy: {
            fr: 'Faire poser le diagnostic par le médecin',
            en: 'Have the doctor make the diagnosis',
          },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Comprendre', en: 'Understand' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'B1',
          label: { fr: 'La déglutition a été évaluée.', en: 'Swallowing was assessed.' },
          hint: {
            fr: 'Chercher test, fausses routes, avis d’orthophoniste.',
            en: 'Look for a test, choking, a speech therapist’s advice.',
          },
          remedy: { fr: 'Demander un bilan de déglutition', en: 'Ask for a swallowing check' },
        },
        {
          id: 'B2',
          label: {
            fr: 'L’état des dents et de la bouche est noté.',
            en: 'The state of teeth and mouth is noted.',
          },
          hint: {
            fr: 'Prothèses, douleurs, dernier soin dentaire.',
            en: 'Dentures, pain, last dental care.',
          },
          remedy: { fr: 'Programmer un examen bucco-dentaire', en: 'Schedule an oral check' },
        },
        {
          id: 'B3',
          label: {
            fr: 'Les apports ont été surveillés au moins trois jours.',
            en: 'Intake was watched for at least three days.',
          },
          hint: { fr: 'Lire la feuille de surveillance.', en: 'Read the monitoring sheet.' },
          remedy: {
            fr: 'Ouvrir une feuille de surveillance des apports',
            en: 'Open an intake monitoring sheet',
          },
        },
        {
          id: 'B4',
          label: { fr: 'Les goûts et aversions sont connus.', en: 'Likes and dislikes are known.' },
          hint: { fr: 'Comparer à la fiche de cuisine.', en: 'Compare with the kitchen’s sheet.' },
          remedy: { fr: 'Transmettre les goûts à la cuisine', en: 'Pass tastes on to the kitchen' },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Agir', en: 'Act' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'C1',
          label: {
            fr: 'Un enrichissement est prescrit et suivi.',
            en: 'Enriched food is prescribed and followed.',
          },
          hint: { fr: 'Prescription et plateau.', en: 'Prescription and tray.' },
          remedy: {
            fr: 'Organiser l’enrichissement avec la cuisine',
            en: 'Set up enriched food with the kitchen',
          },
        },
        {
          id: 'C2',
          label: {
            fr: 'Des collations sont proposées, dont une en soirée.',
            en: 'Snacks are offered, one in the evening.',
          },
          hint: { fr: 'Lire la traçabilité des refus.', en: 'Read the record of refusals.' },
          remedy: { fr: 'Mettre en place la collation du soir', en: 'Set up the evening snack' },
        },
        {
          id: 'C3',
          label: {
            fr: 'Le jeûne de nuit ne dépasse pas 12 heures.',
            en: 'The night fast is 12 hours at most.',
          },
          hint: {
            fr: 'Heure du dernier apport et du petit déjeuner.',
            en: 'Time of the last intake and of breakfast.',
          },
          remedy: {
            fr: 'Décaler le dîner ou la collation de nuit',
            en: 'Shift dinner or the night snack',
          },
        },
        {
          id: 'C4',
          label: {
            fr: 'La texture est prescrite et respectée.',
            en: 'Texture is prescribed and respected.',
          },
          hint: { fr: 'Comparer prescription et assiette.', en: 'Compare prescription and plate.' },
          remedy: {
            fr: 'Afficher les textures prescrites en office',
            en: 'Post prescribed textures in the pantry',
          },
        },
        {
          id: 'C5',
          label: {
            fr: 'L’aide au repas est définie et assurée.',
            en: 'Help with meals is set and given.',
          },
          hint: { fr: 'Lire le plan d’aide, observer.', en: 'Read the help plan, watch.' },
          remedy: {
            fr: 'Définir l’aide au repas dans le plan de soins',
            en: 'Define help with meals in the care plan',
          },
        },
        {
          id: 'C6',
          label: {
            fr: 'L’effet est réévalué au bout d’un mois.',
            en: 'The effect is reassessed after a month.',
          },
          hint: { fr: 'Nouveau poids, suite donnée.', en: 'New weight, what followed.' },
          remedy: {
            fr: 'Programmer la réévaluation à un mois',
            en: 'Schedule the one-month reassessment',
          },
        },
      ]),
    },
  ],
}

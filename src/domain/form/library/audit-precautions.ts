import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G03, standard and additional precautions: 15 criteria, observed once in the home. */
export const auditPrecautions: Form = {
  ...identityOf(CATALOGUE.auditPrecautions),
  unit: 'structure',
  source: {
    fr: 'Thèmes usuels des précautions, écrits par le produit, à vérifier avec l’équipe d’hygiène. Un audit par an au moins et 90 % de professionnels formés : annexe de CPOM d’Île-de-France.',
    en: 'Usual themes of precautions, in the product’s words, to be verified with the hygiene team. One audit a year at least and 90% of staff trained: CPOM annex of Île-de-France.',
  },
  target: 0.9,
  pilot: { fr: 'Référent hygiène', en: 'Hygiene lead' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Protections et gestes', en: 'Protection and gestures' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'A1',
          label: {
            fr: 'Des gants à usage unique sont portés face aux liquides biologiques.',
            en: 'Single-use gloves are worn for body fluids.',
          },
          hint: { fr: 'Observer trois soins.', en: 'Watch three acts of care.' },
          remedy: {
            fr: 'Mettre des gants sur chaque chariot de soins',
            en: 'Put gloves on each care trolley',
          },
        },
        {
          id: 'A2',
          label: {
            fr: 'Un tablier protège la tenue lors des soins mouillants ou souillants.',
            en: 'An apron protects clothes during wet or soiling care.',
          },
          hint: { fr: 'Observer une toilette et un change.', en: 'Watch a wash and a change.' },
          remedy: {
            fr: 'Placer des tabliers à chaque point de soin',
            en: 'Put aprons at each point of care',
          },
        },
        {
          id: 'A3',
          label: {
            fr: 'Masque et protection des yeux sont disponibles et portés en cas de projection.',
            en: 'Mask and eye protection are available and worn against splashes.',
          },
          hint: {
            fr: 'Demander où ils sont rangés la nuit.',
            en: 'Ask where they are kept at night.',
          },
          remedy: {
            fr: 'Constituer un kit de protection par unité',
            en: 'Make one protection kit a unit',
          },
        },
        {
          id: 'A4',
          label: {
            fr: 'La conduite en cas de toux est connue et affichée.',
            en: 'What to do with a cough is known and posted.',
          },
          hint: {
            fr: 'Masques et mouchoirs à l’entrée.',
            en: 'Masks and tissues at the entrance.',
          },
          remedy: {
            fr: 'Équiper l’entrée de masques et de mouchoirs',
            en: 'Supply the entrance with masks and tissues',
          },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Piquants et accidents', en: 'Sharps and accidents' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'B1',
          label: {
            fr: 'Les objets piquants sont jetés au plus près du soin.',
            en: 'Sharps are thrown away next to the care.',
          },
          hint: {
            fr: 'Collecteur à portée, niveau sous le repère.',
            en: 'Container within reach, below the mark.',
          },
          remedy: {
            fr: 'Fixer un collecteur sur chaque chariot',
            en: 'Fix a sharps container on each trolley',
          },
        },
        {
          id: 'B2',
          label: { fr: 'Aucune aiguille n’est recapuchonnée.', en: 'No needle is recapped.' },
          hint: {
            fr: 'Regarder le contenu visible du collecteur.',
            en: 'Look at what shows in the container.',
          },
          remedy: { fr: 'Fournir du matériel sécurisé', en: 'Supply safety devices' },
        },
        {
          id: 'B3',
          label: {
            fr: 'La conduite après une exposition au sang est affichée et connue.',
            en: 'What to do after exposure to blood is posted and known.',
          },
          hint: {
            fr: 'Demander les deux premiers gestes et qui appeler.',
            en: 'Ask the first two gestures and whom to call.',
          },
          remedy: {
            fr: 'Afficher la conduite après exposition au sang',
            en: 'Post what to do after exposure to blood',
          },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Environnement', en: 'Surroundings' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'C1',
          label: {
            fr: 'Les surfaces proches de la personne sont nettoyées chaque jour.',
            en: 'Surfaces near the person are cleaned every day.',
          },
          hint: { fr: 'Lire la traçabilité de la semaine.', en: 'Read this week’s records.' },
          remedy: {
            fr: 'Tracer le nettoyage quotidien des surfaces',
            en: 'Trace the daily cleaning of surfaces',
          },
        },
        {
          id: 'C2',
          label: {
            fr: 'Le matériel partagé est désinfecté entre deux personnes.',
            en: 'Shared equipment is disinfected between two people.',
          },
          hint: {
            fr: 'Tensiomètre, lève-personne, fauteuil de douche.',
            en: 'Blood pressure cuff, hoist, shower chair.',
          },
          remedy: {
            fr: 'Attacher des lingettes au matériel partagé',
            en: 'Attach wipes to shared equipment',
          },
        },
        {
          id: 'C3',
          label: {
            fr: 'Linge sale et déchets quittent la chambre emballés.',
            en: 'Soiled linen and waste leave the room wrapped.',
          },
          hint: { fr: 'Suivre un chariot.', en: 'Follow a trolley.' },
          remedy: {
            fr: 'Équiper les chariots de sacs fermés',
            en: 'Equip trolleys with closed bags',
          },
        },
        {
          id: 'C4',
          label: {
            fr: 'Les excreta sont évacués sans vidange à la main.',
            en: 'Excreta are disposed of without emptying by hand.',
          },
          hint: {
            fr: 'Lave-bassin en marche ou sacs protecteurs.',
            en: 'Bedpan washer running or hygienic bags.',
          },
          remedy: {
            fr: 'Fournir des sacs protecteurs de bassin',
            en: 'Supply hygienic bedpan bags',
          },
        },
      ]),
    },
    {
      id: 'D',
      title: { fr: 'Précautions complémentaires', en: 'Additional precautions' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'D1',
          label: {
            fr: 'Le type de précaution est prescrit et signalé à la porte.',
            en: 'The type of precaution is prescribed and shown at the door.',
          },
          hint: {
            fr: 'Contact, gouttelettes ou air, sans nommer la maladie.',
            en: 'Contact, droplets or air, without naming the disease.',
          },
          remedy: {
            fr: 'Créer des affichettes par type de précaution',
            en: 'Make door signs by type of precaution',
          },
        },
        {
          id: 'D2',
          label: {
            fr: 'Les protections sont disponibles à l’entrée de la chambre.',
            en: 'Protection is available at the entry of the room.',
          },
          hint: {
            fr: 'Compter ce qui reste pour la journée.',
            en: 'Count what is left for the day.',
          },
          remedy: {
            fr: 'Préparer un chariot d’isolement complet',
            en: 'Prepare a full isolation trolley',
          },
        },
        {
          id: 'D3',
          label: {
            fr: 'La levée des mesures est décidée et écrite.',
            en: 'The end of the measures is decided and written.',
          },
          hint: { fr: 'Chercher la date dans le dossier.', en: 'Look for the date in the file.' },
          remedy: {
            fr: 'Écrire la date de levée dans le dossier',
            en: 'Write the end date in the file',
          },
        },
        {
          id: 'D4',
          label: {
            fr: 'Les dates de formation et de vaccination des équipes sont suivies.',
            en: 'Dates of training and vaccination of staff are followed.',
          },
          hint: { fr: 'Lire le tableau par catégorie.', en: 'Read the table by category.' },
          remedy: {
            fr: 'Tenir un tableau des formations par catégorie',
            en: 'Keep a training table by category',
          },
        },
      ]),
    },
  ],
}

import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'

/** G15, identity safety: 12 criteria, read file by file. */
export const eppIdentity: Form = {
  ...identityOf(CATALOGUE.eppIdentity),
  unit: 'file',
  source: {
    fr: 'Règles usuelles d’identitovigilance (traits officiels, INS qualifiée), écrites par le produit, à vérifier.',
    en: 'Usual rules of identity safety (official traits, qualified INS), in the product’s words, to be verified.',
  },
  target: 0.9,
  pilot: { fr: 'Référent identitovigilance', en: 'Identity safety lead' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Au dossier', en: 'In the file' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'A1',
          label: {
            fr: 'Les traits d’identité officiels sont complets.',
            en: 'Official identity traits are complete.',
          },
          hint: {
            fr: 'Nom de naissance, prénoms, date, sexe, lieu.',
            en: 'Birth name, first names, date, sex, place.',
          },
          remedy: { fr: 'Compléter les traits d’identité', en: 'Complete identity traits' },
        },
        {
          id: 'A2',
          label: {
            fr: 'Une pièce d’identité a été vue et c’est noté.',
            en: 'An identity paper was seen and it is noted.',
          },
          hint: {
            fr: 'Chercher le type de pièce et la date.',
            en: 'Look for the kind of paper and the date.',
          },
          remedy: {
            fr: 'Vérifier la pièce d’identité à l’entrée',
            en: 'Check the identity paper on entry',
          },
        },
        {
          id: 'A3',
          label: {
            fr: 'L’identité nationale de santé est qualifiée.',
            en: 'The national health identity is qualified.',
          },
          hint: { fr: 'Lire le statut dans le logiciel.', en: 'Read the status in the software.' },
          remedy: {
            fr: 'Qualifier les identités restantes',
            en: 'Qualify the remaining identities',
          },
        },
        {
          id: 'A4',
          label: {
            fr: 'La photo est présente, récente, avec accord.',
            en: 'The photo is there, recent, with agreement.',
          },
          hint: {
            fr: 'Moins de deux ans ou ressemblante.',
            en: 'Under two years or a good likeness.',
          },
          remedy: {
            fr: 'Refaire les photos avec accord écrit',
            en: 'Take photos again with written agreement',
          },
        },
        {
          id: 'A5',
          label: { fr: 'Un homonyme est signalé.', en: 'A namesake is flagged.' },
          hint: {
            fr: 'Comparer à la liste des présents.',
            en: 'Compare with the list of residents.',
          },
          remedy: { fr: 'Activer l’alerte homonyme', en: 'Turn on the namesake alert' },
        },
        {
          id: 'A6',
          label: {
            fr: 'Les documents papier portent les mêmes traits que le logiciel.',
            en: 'Paper documents bear the same traits as the software.',
          },
          hint: { fr: 'Comparer trois étiquettes.', en: 'Compare three labels.' },
          remedy: { fr: 'Rééditer les étiquettes fausses', en: 'Print wrong labels again' },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Au moment du soin', en: 'At the time of care' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'B1',
          label: {
            fr: 'L’identité est demandée par une question ouverte.',
            en: 'Identity is asked by an open question.',
          },
          hint: {
            fr: '« Comment vous appelez-vous ? », pas « vous êtes… ? »',
            en: '“What is your name?”, not “you are…?”',
          },
          remedy: { fr: 'S’entraîner à la question ouverte', en: 'Practise the open question' },
        },
        {
          id: 'B2',
          label: {
            fr: 'Un autre moyen existe pour qui ne peut pas répondre.',
            en: 'Another means exists for who cannot answer.',
          },
          hint: { fr: 'Photo, bracelet, deux professionnels.', en: 'Photo, bracelet, two staff.' },
          remedy: {
            fr: 'Écrire le moyen choisi au dossier',
            en: 'Write the chosen means in the file',
          },
        },
        {
          id: 'B3',
          label: {
            fr: 'Pilulier et dossier portent la même identité.',
            en: 'Pill organiser and file bear the same identity.',
          },
          hint: { fr: 'Comparer nom, date, photo.', en: 'Compare name, date, photo.' },
          remedy: {
            fr: 'Ajouter photo et date au pilulier',
            en: 'Add photo and date to the pill organiser',
          },
        },
        {
          id: 'B4',
          label: {
            fr: 'L’identité est vérifiée avant prélèvement ou transport.',
            en: 'Identity is checked before a sample or a transport.',
          },
          hint: { fr: 'Lire la fiche de liaison.', en: 'Read the transfer sheet.' },
          remedy: {
            fr: 'Ajouter la vérification à la fiche de liaison',
            en: 'Add the check to the transfer sheet',
          },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Organisation', en: 'Organisation' },
      questions: criteriaOn('yes-no-na', [
        {
          id: 'C1',
          label: {
            fr: 'Les erreurs d’identité sont déclarées.',
            en: 'Identity errors are reported.',
          },
          hint: { fr: 'Chercher dans les événements.', en: 'Look in the events.' },
          remedy: {
            fr: 'Rappeler la déclaration des erreurs d’identité',
            en: 'Recall the reporting of identity errors',
          },
        },
        {
          id: 'C2',
          label: {
            fr: 'La charte est connue et un référent est nommé.',
            en: 'The charter is known and a lead is named.',
          },
          hint: { fr: 'Demander à un professionnel.', en: 'Ask one of the staff.' },
          remedy: {
            fr: 'Présenter la charte aux nouveaux',
            en: 'Present the charter to newcomers',
          },
        },
      ]),
    },
  ],
}

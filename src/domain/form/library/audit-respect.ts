import type { Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'
import { criteriaOn } from './criteria-on.ts'
import { FREQUENCY } from './library-scales.ts'

/** G04, respectful care, day by day: 15 criteria, observed once in the home. */
export const auditRespect: Form = {
  ...identityOf(CATALOGUE.auditRespect),
  unit: 'structure',
  source: {
    fr: 'Thèmes usuels de la bientraitance, observés et entendus, écrits par le produit. À vérifier avec les équipes et le conseil de la vie sociale.',
    en: 'Usual themes of respectful care, seen and heard, in the product’s words. To be verified with the teams and the residents’ council.',
  },
  pilot: { fr: 'Cadre de santé', en: 'Head nurse' },
  sections: [
    {
      id: 'A',
      title: { fr: 'Parole et présence', en: 'Words and presence' },
      questions: criteriaOn(FREQUENCY, [
        {
          id: 'A1',
          imperatif: '2.2.3',
          label: {
            fr: 'On frappe, on attend, puis on se présente.',
            en: 'One knocks, waits, then says who one is.',
          },
          hint: { fr: 'Suivre trois entrées en chambre.', en: 'Follow three entries into a room.' },
          remedy: {
            fr: 'Travailler l’entrée en chambre en équipe',
            en: 'Work on entering rooms in the team',
          },
        },
        {
          id: 'A2',
          imperatif: '2.2.2',
          label: {
            fr: 'La personne est appelée comme elle le souhaite.',
            en: 'The person is called the way they wish.',
          },
          hint: {
            fr: 'Comparer au dossier ; le tutoiement est un choix écrit.',
            en: 'Compare with the file; first names are a written choice.',
          },
          remedy: {
            fr: 'Noter l’appellation choisie au dossier',
            en: 'Note the chosen form of address in the file',
          },
        },
        {
          id: 'A3',
          label: {
            fr: 'Chaque geste est annoncé et expliqué avant d’être fait.',
            en: 'Each gesture is told and explained before it is made.',
          },
          hint: {
            fr: 'Écouter une toilette de la porte, avec accord.',
            en: 'Listen to a wash from the door, with agreement.',
          },
          remedy: {
            fr: 'Reprendre l’annonce des gestes en analyse de pratique',
            en: 'Go over announcing gestures in practice analysis',
          },
        },
        {
          id: 'A4',
          imperatif: '2.2.2',
          label: {
            fr: 'Les propos sur la personne sont respectueux, même en son absence.',
            en: 'Words about the person are respectful, even in their absence.',
          },
          hint: { fr: 'Écouter une relève.', en: 'Listen to a handover.' },
          remedy: {
            fr: 'Revoir le vocabulaire des transmissions',
            en: 'Review the words used in handovers',
          },
        },
        {
          id: 'A5',
          label: {
            fr: 'Une réponse est donnée aux appels dans un délai acceptable.',
            en: 'Calls are answered within a fair time.',
          },
          hint: {
            fr: 'Déclencher deux appels avec accord, à deux moments.',
            en: 'Trigger two calls with agreement, at two moments.',
          },
          remedy: {
            fr: 'Suivre le délai de réponse aux sonnettes',
            en: 'Follow the time to answer bells',
          },
        },
      ]),
    },
    {
      id: 'B',
      title: { fr: 'Choix et rythmes', en: 'Choices and rhythms' },
      questions: criteriaOn(FREQUENCY, [
        {
          id: 'B1',
          label: {
            fr: 'L’heure du lever et du coucher suit le souhait de la personne.',
            en: 'Getting up and going to bed follow the person’s wish.',
          },
          hint: {
            fr: 'Demander à trois personnes, comparer au planning.',
            en: 'Ask three people, compare with the schedule.',
          },
          remedy: {
            fr: 'Revoir l’ordre des levers selon les souhaits',
            en: 'Review the order of getting up by wishes',
          },
        },
        {
          id: 'B2',
          label: {
            fr: 'La personne choisit ses vêtements.',
            en: 'The person chooses their clothes.',
          },
          hint: { fr: 'Observer la proposition faite.', en: 'Watch what is offered.' },
          remedy: {
            fr: 'Proposer deux tenues chaque matin',
            en: 'Offer two outfits every morning',
          },
        },
        {
          id: 'B3',
          label: {
            fr: 'Les goûts et les refus au repas sont pris en compte.',
            en: 'Tastes and refusals at meals are taken into account.',
          },
          hint: {
            fr: 'Observer un repas, lire la fiche de goûts.',
            en: 'Watch a meal, read the list of tastes.',
          },
          remedy: { fr: 'Tenir à jour la fiche des goûts', en: 'Keep the list of tastes current' },
        },
      ]),
    },
    {
      id: 'C',
      title: { fr: 'Intimité et dignité', en: 'Privacy and dignity' },
      questions: criteriaOn(FREQUENCY, [
        {
          id: 'C1',
          imperatif: '2.2.3',
          label: {
            fr: 'La porte et le rideau sont fermés pendant les soins.',
            en: 'Door and curtain are closed during care.',
          },
          hint: {
            fr: 'Faire un passage dans le couloir le matin.',
            en: 'Walk the corridor in the morning.',
          },
          remedy: {
            fr: 'Installer des signaux « soin en cours »',
            en: 'Install “care in progress” signs',
          },
        },
        {
          id: 'C2',
          imperatif: '2.2.2',
          label: {
            fr: 'Le corps n’est découvert que le temps du geste.',
            en: 'The body is uncovered only for the time of the gesture.',
          },
          hint: { fr: 'Observer avec accord.', en: 'Watch with agreement.' },
          remedy: {
            fr: 'Prévoir deux serviettes par toilette',
            en: 'Plan two towels for each wash',
          },
        },
        {
          id: 'C3',
          label: {
            fr: 'L’aide au repas se fait assis, au rythme de la personne.',
            en: 'Help with meals is given seated, at the person’s pace.',
          },
          hint: { fr: 'Observer deux tables.', en: 'Watch two tables.' },
          remedy: {
            fr: 'Prévoir des sièges pour l’aide au repas',
            en: 'Provide seats for help with meals',
          },
        },
      ]),
    },
    {
      id: 'D',
      title: { fr: 'Équipe et recours', en: 'Team and recourse' },
      questions: criteriaOn(FREQUENCY, [
        {
          id: 'D1',
          label: {
            fr: 'Le proche trouve sa place et une écoute.',
            en: 'Relatives find their place and are heard.',
          },
          hint: { fr: 'Interroger deux proches.', en: 'Ask two relatives.' },
          remedy: {
            fr: 'Fixer des temps d’échange avec les proches',
            en: 'Set times to talk with relatives',
          },
        },
        {
          id: 'D2',
          imperatif: '3.11.2',
          label: {
            fr: 'Chacun sait à qui signaler une situation de maltraitance.',
            en: 'Everyone knows whom to tell about mistreatment.',
          },
          hint: {
            fr: 'Demander à trois professionnels, dont un de nuit.',
            en: 'Ask three staff, one of the night shift.',
          },
          remedy: { fr: 'Afficher le circuit de signalement', en: 'Post the reporting circuit' },
        },
        {
          id: 'D3',
          imperatif: '3.11.1',
          label: {
            fr: 'Un temps d’analyse des pratiques se tient.',
            en: 'Time to analyse practice is held.',
          },
          hint: { fr: 'Lire les trois dernières dates.', en: 'Read the last three dates.' },
          remedy: { fr: 'Programmer l’analyse des pratiques', en: 'Schedule practice analysis' },
        },
        {
          id: 'D4',
          label: {
            fr: 'La nuit, les passages respectent le sommeil.',
            en: 'At night, rounds respect sleep.',
          },
          hint: {
            fr: 'Lire les consignes, écouter l’équipe de nuit.',
            en: 'Read the instructions, hear the night team.',
          },
          remedy: {
            fr: 'Adapter les passages de nuit à chacun',
            en: 'Fit night rounds to each person',
          },
        },
      ]),
    },
  ],
}

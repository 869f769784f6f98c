import {
  EVENT_FAMILIES,
  type EventFamily,
  PERCEIVED_GRAVITIES,
} from '../../adverse-event/adverse-event.ts'
import {
  FAMILY_ICONS,
  FAMILY_TEXTS,
  PERCEIVED_GRAVITY_TEXTS,
} from '../../adverse-event/event-texts.ts'
import type { Text } from '../../shared/text.ts'
import type { Expr } from '../expr.ts'
import { call, ref } from '../expr.ts'
import type { Choice, Form } from '../form.ts'
import { CATALOGUE, identityOf } from './catalogue.ts'

/** Facts offered as chips, by family: what one would otherwise type. No name, no judgement. */
const DETAILS: Record<EventFamily, readonly (readonly [code: string, label: Text])[]> = {
  fall: [
    ['fall-alone', { fr: 'Seule', en: 'Alone' }],
    ['fall-bed-chair', { fr: 'Lit, fauteuil', en: 'Bed, chair' }],
    ['fall-wet-floor', { fr: 'Sol mouillé', en: 'Wet floor' }],
    ['fall-toilet', { fr: 'Toilettes', en: 'Toilet' }],
    ['fall-bell-far', { fr: 'Sonnette loin', en: 'Call bell out of reach' }],
    ['fall-shoes', { fr: 'Chaussures', en: 'Shoes' }],
  ],
  medication: [
    ['medication-omission', { fr: 'Oubli', en: 'Missed dose' }],
    ['medication-dose', { fr: 'Dose', en: 'Dose' }],
    ['medication-wrong-drug', { fr: 'Autre médicament', en: 'Wrong drug' }],
    ['medication-wrong-person', { fr: 'Autre personne', en: 'Wrong person' }],
    ['medication-time', { fr: 'Heure', en: 'Time' }],
    ['medication-storage', { fr: 'Rangement, frigo', en: 'Storage, fridge' }],
  ],
  care: [
    ['care-delay', { fr: 'Soin en retard', en: 'Late care' }],
    ['care-not-done', { fr: 'Soin non fait', en: 'Care not given' }],
    ['care-wound', { fr: 'Plaie, escarre', en: 'Wound, pressure sore' }],
    ['care-malaise', { fr: 'Malaise, crise', en: 'Faint, seizure' }],
    ['care-infection', { fr: 'Infection', en: 'Infection' }],
    ['care-cough', { fr: 'Toux, fièvre', en: 'Cough, fever' }],
    ['care-vomiting', { fr: 'Vomissements, diarrhée', en: 'Vomiting, diarrhoea' }],
    ['care-restraint', { fr: 'Contention', en: 'Restraint' }],
  ],
  violence: [
    ['violence-hit', { fr: 'Coups', en: 'Blows' }],
    ['violence-words', { fr: 'Paroles', en: 'Words' }],
    ['violence-between-residents', { fr: 'Entre personnes accueillies', en: 'Between residents' }],
    ['violence-to-staff', { fr: 'Envers un professionnel', en: 'Towards staff' }],
    ['violence-respect', { fr: 'Respect, intimité', en: 'Respect, privacy' }],
    ['violence-self', { fr: 'Envers soi-même', en: 'Self-harm' }],
  ],
  absconding: [
    ['absconding-found', { fr: 'Personne retrouvée', en: 'Person found' }],
    ['absconding-searching', { fr: 'Recherche en cours', en: 'Search under way' }],
    ['absconding-door', { fr: 'Porte ouverte', en: 'Open door' }],
    ['absconding-outing', { fr: 'Pendant une sortie', en: 'During an outing' }],
    ['absconding-police', { fr: 'Police prévenue', en: 'Police told' }],
  ],
  meal: [
    ['meal-choking', { fr: 'Fausse route', en: 'Choking' }],
    ['meal-texture', { fr: 'Mauvaise texture', en: 'Wrong texture' }],
    ['meal-allergy', { fr: 'Allergie', en: 'Allergy' }],
    ['meal-wrong-tray', { fr: 'Autre plateau', en: 'Wrong tray' }],
    ['meal-no-help', { fr: 'Sans aide', en: 'No help' }],
  ],
  equipment: [
    ['equipment-lift', { fr: 'Lève-personne', en: 'Hoist' }],
    ['equipment-bed-chair', { fr: 'Lit, fauteuil', en: 'Bed, wheelchair' }],
    ['equipment-bell', { fr: 'Sonnette', en: 'Call bell' }],
    ['equipment-power-water', { fr: 'Eau, électricité', en: 'Water, power' }],
    ['equipment-elevator', { fr: 'Ascenseur', en: 'Lift' }],
    ['equipment-it', { fr: 'Téléphone, logiciel', en: 'Phone, software' }],
  ],
  organisation: [
    ['organisation-absent', { fr: 'Poste non remplacé', en: 'Post not covered' }],
    ['organisation-message', { fr: 'Information perdue', en: 'Message lost' }],
    ['organisation-transport', { fr: 'Transport', en: 'Transport' }],
    ['organisation-laundry', { fr: 'Linge', en: 'Laundry' }],
    ['organisation-file', { fr: 'Dossier ouvert ou perdu', en: 'File open or lost' }],
  ],
  'self-harm': [
    ['self-harm-hit', { fr: 'Se frappe, se mord', en: 'Hits or bites oneself' }],
    ['self-harm-cut', { fr: 'Se coupe', en: 'Cuts' }],
    ['self-harm-words', { fr: 'Parle de mourir', en: 'Speaks of dying' }],
    ['self-harm-swallowed', { fr: 'A avalé un objet', en: 'Swallowed an object' }],
    ['self-harm-alone', { fr: 'Était seul', en: 'Was alone' }],
  ],
  restraint: [
    ['restraint-held', { fr: 'Tenu dans les bras', en: 'Held in arms' }],
    ['restraint-room', { fr: 'Chambre, pièce fermée', en: 'Room, closed door' }],
    ['restraint-device', { fr: 'Ceinture, barrière', en: 'Belt, rail' }],
    ['restraint-no-order', { fr: 'Sans prescription', en: 'Without prescription' }],
    ['restraint-hurt', { fr: 'Quelqu’un a eu mal', en: 'Somebody was hurt' }],
  ],
  intimacy: [
    ['intimacy-peers', { fr: 'Entre personnes accueillies', en: 'Between peers' }],
    ['intimacy-touch', { fr: 'Geste non voulu', en: 'Unwanted touch' }],
    ['intimacy-screen', { fr: 'Photo, téléphone', en: 'Photo, phone' }],
    ['intimacy-care', { fr: 'Pendant un soin', en: 'During care' }],
  ],
  bullying: [
    ['bullying-words', { fr: 'Moqueries, insultes', en: 'Mockery, insults' }],
    ['bullying-online', { fr: 'Sur le téléphone', en: 'On the phone' }],
    ['bullying-theft', { fr: 'Vol, racket', en: 'Theft, extortion' }],
    ['bullying-again', { fr: 'Ce n’est pas la première fois', en: 'Not the first time' }],
  ],
  transport: [
    ['transport-late', { fr: 'Retard, oubli', en: 'Late, forgotten' }],
    ['transport-accident', { fr: 'Accident', en: 'Accident' }],
    ['transport-belt', { fr: 'Attache, fauteuil', en: 'Belt, wheelchair' }],
    ['transport-crisis', { fr: 'Crise pendant le trajet', en: 'Crisis on the way' }],
    ['transport-drop', { fr: 'Déposé au mauvais endroit', en: 'Left at the wrong place' }],
  ],
  other: [
    ['other-lost', { fr: 'Objet perdu ou volé', en: 'Lost or stolen item' }],
    ['other-visitor', { fr: 'Visiteur', en: 'Visitor' }],
    ['other-outside', { fr: 'Dehors', en: 'Outdoors' }],
    ['other-night', { fr: 'La nuit', en: 'At night' }],
  ],
}

/** The one condition of this form: a chip is offered for its family. */
export function whenFamilyIs(family: string): Expr {
  return call('=', ref('family'), family)
}

const details: readonly Choice[] = EVENT_FAMILIES.flatMap((family) =>
  DETAILS[family].map(([code, label]) => ({
    code,
    label,
    relevance: whenFamilyIs(family),
  })),
)

/**
 * Declaration of an adverse event, made for a ward phone: two questions are required, the rest is
 * chips and one sentence. Imports no other form: it is bundled alone for the phone.
 */
export const declareEvent: Form = {
  ...identityOf(CATALOGUE.declareEvent),
  unit: 'event',
  source: {
    fr: 'Familles et mots du produit, à valider avec les équipes. La gravité HAS est fixée au tri.',
    en: 'Families and words of the product, to be validated with the teams. The HAS gravity is settled by the triage.',
  },
  sections: [
    {
      id: 'what',
      title: { fr: 'Quoi', en: 'What' },
      questions: [
        {
          id: 'family',
          type: 'single',
          required: true,
          label: { fr: 'Que s’est-il passé ?', en: 'What happened?' },
          hint: { fr: 'Touchez une image.', en: 'Touch a picture.' },
          choices: EVENT_FAMILIES.map((family) => ({
            code: family,
            label: FAMILY_TEXTS[family],
            icon: FAMILY_ICONS[family],
          })),
        },
      ],
    },
    {
      id: 'gravity',
      title: { fr: 'Gravité', en: 'Gravity' },
      questions: [
        {
          id: 'gravity',
          type: 'single',
          required: true,
          label: { fr: 'Et pour la personne ?', en: 'And for the person?' },
          choices: PERCEIVED_GRAVITIES.map((code) => {
            const { label, help } = PERCEIVED_GRAVITY_TEXTS[code]
            return { code, label, ...(help ? { help } : {}) }
          }),
        },
      ],
    },
    {
      id: 'details',
      title: { fr: 'Détails', en: 'Details' },
      intro: { fr: 'Facultatif. Des faits, pas de nom.', en: 'Optional. Facts, no name.' },
      questions: [
        {
          id: 'details',
          type: 'multiple',
          label: { fr: 'Quelques détails ?', en: 'A few details?' },
          choices: details,
        },
        {
          id: 'facts',
          type: 'text',
          label: { fr: 'Une phrase', en: 'One sentence' },
          hint: {
            fr: 'Ce que vous avez vu : quoi, où, avec quelle suite.',
            en: 'What you saw: what, where, and what followed.',
          },
        },
        {
          id: 'measures',
          type: 'multiple',
          label: { fr: 'Déjà fait', en: 'Already done' },
          choices: [
            { code: 'protected', label: { fr: 'Mise à l’abri', en: 'Made safe' } },
            { code: 'cared', label: { fr: 'Soins donnés', en: 'Care given' } },
            { code: 'doctor', label: { fr: 'Médecin ou 15 appelé', en: 'Doctor or 15 called' } },
            { code: 'person-told', label: { fr: 'Personne informée', en: 'Person told' } },
            {
              code: 'relatives-told',
              label: {
                fr: 'Proches prévenus, avec son accord',
                en: 'Relatives told, if they agree',
              },
            },
            { code: 'removed', label: { fr: 'Matériel retiré', en: 'Equipment removed' } },
          ],
        },
      ],
    },
  ],
}

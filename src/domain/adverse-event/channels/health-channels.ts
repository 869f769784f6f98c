import type { Channel } from './channel.ts'
import { all, includes, is } from './routing-questions.ts'

/** Infections, medicines, devices, food: the part of the table kept by the health agencies. */
export const HEALTH_CHANNELS: readonly Channel[] = [
  {
    code: 'ira',
    title: { fr: 'Infections respiratoires groupées (IRA)', en: 'Grouped respiratory infections' },
    authority: { fr: 'ARS, par le portail', en: 'ARS, through the portal' },
    when: {
      fr: 'Au moins 3 cas en 4 jours parmi les personnes accueillies, comptés sur les déclarations',
      en: 'At least 3 cases in 4 days among residents, counted from the declarations',
    },
    applies: includes('threshold', 'ira'),
    law: 'Santé publique France ; ARS Centre-Val de Loire, Pays de la Loire',
    mark: 'sourced',
    steps: [
      {
        code: 'opening',
        title: { fr: 'Déclarer l’ouverture', en: 'Declare the opening' },
        delay: { kind: 'at-once' },
        proof: { fr: 'Accusé du portail', en: 'Portal acknowledgement' },
        mark: 'sourced',
      },
      {
        code: 'closing',
        title: { fr: 'Déclarer la clôture', en: 'Declare the closing' },
        delay: { kind: 'unset' },
        proof: {
          fr: 'Accusé du portail, bilan de l’épisode',
          en: 'Portal acknowledgement, summary',
        },
        mark: 'sourced',
      },
    ],
  },
  {
    code: 'gea',
    title: { fr: 'Gastro-entérites groupées (GEA)', en: 'Grouped gastro-enteritis' },
    authority: { fr: 'ARS, par le portail', en: 'ARS, through the portal' },
    when: {
      fr: 'Au moins 5 cas en 4 jours parmi les personnes accueillies, comptés sur les déclarations',
      en: 'At least 5 cases in 4 days among residents, counted from the declarations',
    },
    applies: includes('threshold', 'gea'),
    law: 'ARS Centre-Val de Loire',
    mark: 'sourced',
    steps: [
      {
        code: 'opening',
        title: { fr: 'Déclarer l’ouverture', en: 'Declare the opening' },
        delay: { kind: 'at-once' },
        proof: { fr: 'Accusé du portail', en: 'Portal acknowledgement' },
        mark: 'sourced',
      },
      {
        code: 'closing',
        title: { fr: 'Envoyer le bilan de clôture', en: 'Send the closing report' },
        delay: { kind: 'unset' },
        proof: { fr: 'Bilan et accusé du portail', en: 'Report and acknowledgement' },
        mark: 'sourced',
      },
    ],
  },
  {
    code: 'e-sin',
    title: {
      fr: 'Infection associée aux soins, à l’hôpital',
      en: 'Care-associated infection, hospital',
    },
    authority: { fr: 'e-SIN, par l’établissement de santé', en: 'e-SIN, by the hospital' },
    when: {
      fr: 'Ne concerne que les établissements de santé : à transmettre à l’hôpital',
      en: 'Concerns hospitals only: to be passed on to the hospital',
    },
    applies: all(includes('situations', 'infection'), is('infection', 'other'), is('care', 'yes')),
    law: 'CPOM d’Île-de-France, annexe (établissements de santé)',
    mark: 'to-verify',
    steps: [
      {
        code: 'pass-on',
        title: { fr: 'Prévenir l’hôpital qui a soigné', en: 'Tell the hospital that gave care' },
        delay: { kind: 'unset' },
        proof: { fr: 'Date de l’envoi, service joint', en: 'Date sent, service reached' },
        mark: 'to-verify',
      },
    ],
  },
  {
    code: 'notifiable',
    title: { fr: 'Maladie à déclaration obligatoire', en: 'Notifiable disease' },
    authority: { fr: 'Point focal de l’ARS', en: 'Focal point of the ARS' },
    when: {
      fr: 'Une maladie de la liste, hors VIH et tuberculose',
      en: 'A listed disease, except HIV and TB',
    },
    applies: all(includes('situations', 'notifiable'), is('disease', 'other')),
    law: 'ARS Bretagne (36 maladies en 2021)',
    mark: 'sourced',
    steps: [
      {
        code: 'report',
        title: {
          fr: 'Déclarer ; le délai dépend de la maladie',
          en: 'Declare; the delay depends on the disease',
        },
        delay: { kind: 'unset' },
        proof: { fr: 'Accusé du point focal', en: 'Acknowledgement of the focal point' },
        mark: 'sourced',
      },
    ],
  },
  {
    code: 'e-do',
    title: { fr: 'VIH, tuberculose', en: 'HIV, tuberculosis' },
    authority: { fr: 'ARS, par e-DO', en: 'ARS, through e-DO' },
    when: { fr: 'VIH ou tuberculose', en: 'HIV or tuberculosis' },
    applies: all(includes('situations', 'notifiable'), is('disease', 'e-do')),
    law: 'ARS Bretagne',
    mark: 'sourced',
    steps: [
      {
        code: 'report',
        title: { fr: 'Déclarer dans e-DO', en: 'Declare in e-DO' },
        delay: { kind: 'unset' },
        proof: { fr: 'Accusé d’e-DO', en: 'e-DO acknowledgement' },
        mark: 'sourced',
      },
    ],
  },
  {
    code: 'tiac',
    title: { fr: 'Intoxication alimentaire collective', en: 'Food poisoning of a group' },
    authority: { fr: 'ARS ou DDPP', en: 'ARS or DDPP' },
    when: {
      fr: 'Au moins 2 malades semblables après le même repas',
      en: 'At least 2 similar cases after the same meal',
    },
    applies: includes('situations', 'food-poisoning'),
    law: 'CSP D.3113-6 et D.3113-7',
    mark: 'to-verify',
    steps: [
      {
        code: 'report',
        title: { fr: 'Signaler, garder les plats témoins', en: 'Report, keep the sample meals' },
        delay: { kind: 'at-once' },
        proof: { fr: 'Heure de l’appel, service joint', en: 'Hour of the call, service reached' },
        mark: 'to-verify',
      },
    ],
  },
  {
    code: 'pharmacovigilance',
    title: { fr: 'Pharmacovigilance', en: 'Pharmacovigilance' },
    authority: { fr: 'CRPV, par le portail', en: 'Regional centre (CRPV), through the portal' },
    when: { fr: 'Effet indésirable d’un médicament', en: 'Adverse drug effect' },
    applies: includes('situations', 'drug-effect'),
    law: 'ANSM ; aucun délai chiffré dans nos sources',
    mark: 'sourced',
    steps: [
      {
        code: 'report',
        title: { fr: 'Déclarer l’effet', en: 'Declare the effect' },
        delay: { kind: 'unset' },
        proof: { fr: 'Accusé du portail', en: 'Portal acknowledgement' },
        mark: 'sourced',
      },
    ],
  },
  {
    code: 'device-severe',
    title: { fr: 'Matériovigilance, incident grave', en: 'Device vigilance, severe' },
    authority: { fr: 'ANSM', en: 'ANSM' },
    when: {
      fr: 'Incident grave, ou qui aurait pu l’être, avec un dispositif médical',
      en: 'Severe device incident, or one that could have been',
    },
    applies: all(includes('situations', 'device'), is('device-severe', 'yes')),
    law: 'CSP L.5212-2',
    mark: 'to-verify',
    steps: [
      {
        code: 'report',
        title: { fr: 'Signaler, garder le matériel', en: 'Report, keep the equipment' },
        delay: { kind: 'at-once' },
        proof: {
          fr: 'Accusé du portail, numéro de lot',
          en: 'Portal acknowledgement, batch number',
        },
        mark: 'to-verify',
      },
    ],
  },
  {
    code: 'device',
    title: { fr: 'Matériovigilance', en: 'Device vigilance' },
    authority: { fr: 'ANSM', en: 'ANSM' },
    when: { fr: 'Autre incident avec un dispositif médical', en: 'Another device incident' },
    applies: all(includes('situations', 'device'), is('device-severe', 'no')),
    law: 'ANSM ; aucun délai chiffré dans nos sources',
    mark: 'sourced',
    steps: [
      {
        code: 'report',
        title: { fr: 'Signaler l’incident', en: 'Report the incident' },
        delay: { kind: 'unset' },
        proof: { fr: 'Accusé du portail', en: 'Portal acknowledgement' },
        mark: 'sourced',
      },
    ],
  },
]

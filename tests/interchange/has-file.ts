/*
 * The columns are those public code reads in a Synaé file: chapter, theme, objective, criterion, wording,
 * level, whether it is a question, its id; data from the fourth line. The words are ours: none is HAS's.
 */
export const HAS_HEADERS = [
  'Chapitre',
  'Thématique',
  'Objectif',
  'Critère',
  'Intitulé',
  'Niveau',
  'Question',
  'Id question',
  'Cotation',
  'Commentaire',
]
export const HAS_FILE = [
  ['Export de grille'],
  ['Catégorie FINESS : 500', 'Version 2025-07'],
  HAS_HEADERS,
  [
    'Chapitre 1',
    'Thématique 2',
    'Objectif 1.2',
    'Critère 1.2.1',
    'Critère 1.2.1 en titre',
    'Standard',
    'Non',
    '',
  ],
  ['', '', '', '', 'La personne dit ceci', 'Standard', 'Oui', '101', '3', 'Vu'],
  ['', '', '', '', 'La personne dit cela', 'Standard', 'Oui', '102', 'NC', ''],
  [
    'Chapitre 3',
    'Santé',
    'Objectif 3.6',
    'Critère 3.6.2',
    'Le circuit tient',
    'Impératif',
    'Oui',
    '201',
    '*',
    '',
  ],
  ['', '', 'Objectif 3.6', 'Critère 3.6.3', 'Le suivi tient', 'Standard', 'Oui', '202', '7', ''],
]

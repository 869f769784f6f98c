/** The dialogue with whoever declared, who may have no name. */
export const fr = {
  dialogue: 'Échanges avec l’auteur',
  dialogueNote: 'Lus avec le code à 16 chiffres, sans compte. Le jour seul est gardé.',
  none: 'Aucune question posée, rien d’ajouté par l’auteur.',
  asked: 'Question posée, {{day}}',
  said: 'L’auteur, {{day}}',
  waiting: 'En attente de réponse',
  ask: 'Poser une question à l’auteur',
  askHint:
    'Il la lira avec son code, et pourra répondre sans dire qui il est. Une question à la fois.',
  askLike:
    '« {{words}} » ressemble à une donnée personnelle. L’auteur lira ces mots sur un téléphone partagé.',
  send: 'Poser la question',
  changed: 'Ce qui a changé',
  changedNote: 'Lu par l’auteur, et par l’unité sur « Vous avez dit, nous avons fait »',
  changedField: 'En une phrase, sans nom',
  changedHint: 'Un fait que l’unité peut voir : ce qui est fait, réparé, décidé.',
  changedLike: '« {{words}} » ressemble à une donnée personnelle. Elle sera masquée sur l’affiche.',
  changedKeep: 'Garder',
  changedNone: 'Rien d’écrit pour le moment.',
  photo: 'Photo jointe à la déclaration',
  photoNote: 'Sans lieu ni heure de prise de vue',
} as const

/** The phone shows its sealed envelope to a tablet's camera. Read standing, two devices in hand. */
export const fr = {
  title: 'Montrez cet écran à la tablette',
  lead: 'Sur la tablette : « Rendez-vous sans réseau », puis « Ouvrir la caméra ».',
  frame: 'Code {{index}} sur {{count}}',
  frameLabel: 'Code {{index}} sur {{count}} de la déclaration fermée',
  envelopeOf: 'Enveloppe {{index}} sur {{count}}',
  play: 'Faire défiler',
  pause: 'Arrêter',
  next: 'Code suivant',
  previous: 'Code précédent',
  nextEnvelope: 'Enveloppe suivante',
  stillHere:
    'L’enveloppe reste sur ce téléphone et partira aussi d’ici. Elle ne comptera qu’une fois.',
  nothing: 'Plus rien n’attend sur ce téléphone : le serveur a tout reçu.',
  back: 'Retour',
} as const

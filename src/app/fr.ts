/** The shell: navigation, status of the data, update, what stops the app from opening. */
export const fr = {
  // Navigation. One or two words: they stand under an icon.
  mainNav: 'Rubriques',
  skip: 'Aller au contenu',
  more: 'Plus',
  navTour: 'Ma tournée',
  navHome: 'Accueil',
  navOverview: 'Vue d’ensemble',
  navAudits: 'Audits',
  navEpp: 'EPP',
  navTracers: 'Traceurs',
  navEvents: 'Événements',
  navActions: 'Actions',
  navTeam: 'Équipe',
  navPosters: 'Affiches',
  navDeclare: 'Déclarer',
  navSettings: 'Réglages',
  navSync: 'Envois : {{status}}',

  // Where the data is. Never optimistic: « envoyé » means the server said so.
  savedHere: 'Enregistré ici',
  waiting_one: '{{count}} élément attend le réseau',
  waiting_other: '{{count}} éléments attendent le réseau',
  sending_one: 'Envoi de {{count}} élément',
  sending_other: 'Envoi de {{count}} éléments',
  allSent: 'Tout est envoyé, confirmé à {{time}}',
  review_one: 'À revoir : {{count}} élément',
  review_other: 'À revoir : {{count}} éléments',
  deviceRefused: 'À revoir : cet appareil est refusé',

  // Update.
  updateTitle: 'Une nouvelle version est prête.',
  updateText: 'Elle s’installe en quelques secondes. Rien de ce qui est enregistré ne change.',
  updateHeld:
    'Elle attend la fin de la saisie ou de l’envoi en cours. Vous pourrez l’installer ensuite.',
  updateNow: 'Installer la nouvelle version',
  updating: 'Installation en cours…',
  updatedElsewhere: 'La nouvelle version est ouverte dans un autre onglet.',
  updatedElsewhereText: 'Cette page-ci reste sur l’ancienne jusqu’à ce que vous la rechargiez.',
  reload: 'Recharger cette page',

  // Something broke.
  errorTitle: 'Cet écran s’est arrêté',
  errorSafe:
    'Ce qui était marqué « enregistré » l’est toujours, sur cet appareil. Seul l’affichage s’est arrêté.',
  errorDo: 'Rouvrez l’écran. Si cela recommence, revenez à l’accueil et prévenez le porteur.',
  errorRetry: 'Rouvrir cet écran',
  errorHome: 'Revenir à l’accueil',
  errorExport: 'Exporter ce qui n’est pas envoyé',
  errorDetail: 'Détail technique',
  notFoundTitle: 'Cette page n’existe pas',
  notFoundText: 'L’adresse est peut-être incomplète. Rien n’a été perdu.',

  // What stops the app before the first keystroke.
  insecureTitle: 'L’adresse doit commencer par https',
  insecureText:
    'À cette adresse, le navigateur interdit l’enregistrement hors réseau. Rien ne peut être saisi ici sans risque d’être perdu.',
  insecureDo: 'Ouvrez Escale par son adresse en https. Le porteur la connaît.',
  noStorageTitle: 'Ce navigateur ne garde rien',
  noStorageText:
    'La navigation privée, ou un réglage, empêche d’enregistrer sur cet appareil. Ce que vous taperiez serait perdu.',
  noStorageDo: 'Ouvrez Escale dans une fenêtre ordinaire, puis recommencez.',
  newerDataTitle: 'Une version plus récente a déjà servi ici',
  newerDataText:
    'Les données de cet appareil ont été écrites par une version plus récente d’Escale. Elles sont intactes.',
  newerDataDo: 'Rechargez la page avec du réseau pour recevoir la version à jour.',
  openFailedTitle: 'Les données de cet appareil ne s’ouvrent pas',
  openFailedText: 'Elles ne sont pas effacées. Le navigateur n’a pas pu les lire cette fois.',
  openFailedDo: 'Rechargez la page. Si cela recommence, fermez les autres onglets d’Escale.',
} as const

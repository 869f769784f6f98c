/** Mettre l’application sur l’écran d’accueil de l’appareil. */
export const fr = {
  title: 'Sur l’écran d’accueil',
  installed: 'Escale est installé sur cet appareil.',
  why: 'Installé, Escale s’ouvre d’un toucher, même sans réseau. Sur un iPad ou un iPhone, un site non installé peut être vidé après 7 jours sans visite.',
  iPad: 'iPad et iPhone, dans Safari',
  iPadSteps: 'Installation en trois gestes',
  iPadShare: 'Touchez Partager.',
  iPadAdd: 'Choisissez « Sur l’écran d’accueil », puis « Ajouter ».',
  iPadOpen: 'Ouvrez Escale par sa nouvelle icône, et rejoignez le dispositif depuis là.',
  otherDevices: 'Android et ordinateur',
  otherDevicesText:
    'Dans le menu du navigateur, choisissez « Installer l’application » ou « Ajouter à l’écran d’accueil ».',
  button: 'Installer Escale',
  later: 'Plus tard',
} as const

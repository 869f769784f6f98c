/** Rendez-vous: the work of a device that travels by hand, and the server's word that comes back. */
export const fr = {
  title: 'Rendez-vous sans réseau',
  lead: 'Vos envois peuvent partir dans un fichier fermé, porté par la tablette d’un collègue, une clé USB ou le bureau. Seul le serveur l’ouvre.',
  loading: 'Ouverture du rendez-vous…',
  openFailed: 'Cette page n’a pas pu s’ouvrir. Ce qui attend est gardé ici.',
  tryAgain: 'Essayer de nouveau',

  give: 'Remettre mes envois',
  giveCount: 'À remettre : {{parts}}.',
  operations_one: '{{count}} saisie',
  operations_other: '{{count}} saisies',
  photos_one: '{{count}} photo',
  photos_other: '{{count}} photos',
  nothingToGive: 'Rien à remettre : le serveur a confirmé tout ce qui a été saisi ici.',
  withPhotos: 'Avec les photos, dans des fichiers à part',
  share: 'Partager le fichier',
  save: 'Exporter ce qui n’est pas envoyé',
  preparing: 'Fermeture du fichier…',
  given_one: 'Fichier remis',
  given_other: '{{count}} fichiers remis',
  givenText:
    'Rien n’est effacé ici. « Envoyé » s’affichera quand le reçu du serveur reviendra, par fichier ou par le réseau.',
  noKey:
    'Cet appareil n’a pas encore la clé du serveur. Il la reçoit à son prochain contact avec le réseau.',
  giveFailed: 'Le fichier n’a pas pu être fait. Ce qui attend est gardé ici.',

  take: 'Recevoir un fichier',
  takeText:
    'Le fichier d’un collègue, que vous porterez au serveur, ou le reçu qui vous revient. Fichiers « .escale ».',
  chooseFile: 'Choisir un fichier',
  dropHere: 'ou déposez-le ici',
  reading: 'Lecture du fichier…',
  scan: 'Un téléphone de service',
  scanOpen: 'Ouvrir la caméra',
  scanText:
    'Une déclaration faite sans réseau peut passer de l’écran d’un téléphone à cette tablette.',

  outCarried: 'Fichier gardé : {{parts}}. Il partira au prochain échange avec le serveur.',
  outAlreadyCarried: 'Ce fichier est déjà porté par cet appareil. Rien n’a changé.',
  outOwnWork: 'Ce fichier vient de cet appareil : c’est un autre appareil qui doit le porter.',
  outOtherDispositif: 'Ce fichier vient d’un autre dispositif. Rien n’a changé.',
  outReceipt_one: 'Reçu du serveur : {{count}} saisie confirmée.',
  outReceipt_other: 'Reçu du serveur : {{count}} saisies confirmées.',
  outSendAgain:
    'Le serveur n’a plus tout ce qu’il avait reçu. Les saisies qui manquent attendent de nouveau : refaites un fichier.',
  outNothingNew: 'Ce reçu ne dit rien de nouveau. Rien n’a changé.',
  outNotForUs: 'Ce reçu est pour un autre appareil. Rien n’a changé.',
  outClone:
    'Le serveur voit deux appareils en un : celui-ci semble avoir été copié. Rien n’est effacé, prévenez le porteur.',
  outTooLarge: 'Ce fichier est trop gros pour un rendez-vous. Rien n’a changé.',
  outForeign: 'Ce n’est pas un fichier de rendez-vous. Rien n’a changé.',
  outNewer: 'Ce fichier vient d’une version plus récente. Mettez cette application à jour.',
  outDamaged: 'Ce fichier est arrivé coupé ou abîmé. Demandez-le de nouveau.',
  outUnreadable: 'Ce reçu ne s’ouvre pas ici : il a été modifié, ou il n’est pas de votre serveur.',
  outReadFailed: 'Le fichier n’a pas pu être lu ou gardé. Rien n’a changé.',

  carried: 'Ce que je porte',
  carriedNothing: 'Rien. Ce que vous recevrez ici attendra le serveur à part de vos envois.',
  bundleOf: 'Envoi porté pour {{name}}',
  someone: 'un collègue',
  envelope: 'Déclaration fermée d’un téléphone de service',
  stateWaiting: 'Attend le prochain échange avec le serveur.',
  stateReceipt: 'Le serveur l’a reçu. Rapportez-lui ce reçu.',
  stateReceived: 'Le serveur l’a reçue.',
  stateRefused: 'Le serveur ne peut pas l’ouvrir. Demandez un nouveau fichier.',
  giveReceipt: 'Remettre le reçu',
  remove: 'Retirer',
  removeTitle: 'Retirer cet envoi ?',
  removeText:
    'Le serveur ne l’a pas encore. Son auteur l’a toujours, et peut en refaire un fichier.',

  scanTitle: 'Scanner un téléphone de service',
  scanLead:
    'Sur le téléphone : « Remettre à la tablette ». Tenez son écran devant la caméra, sans bouger.',
  cameraRefused:
    'La caméra n’est pas permise. Permettez-la dans les réglages du navigateur, puis essayez de nouveau.',
  cameraNone: 'Cet appareil n’a pas de caméra que l’on puisse ouvrir ici.',
  readerFailed: 'Le lecteur de codes n’a pas pu s’ouvrir. Rechargez la page.',
  cameraView: 'Ce que voit la caméra',
  scanWaiting: 'Aucun code lu pour le moment.',
  scanProgress: '{{got}} sur {{count}} lus.',
  scanMissing_one: 'Il manque le code {{list}}.',
  scanMissing_other: 'Il manque les codes {{list}}.',
  scanOther: 'Un code d’une autre déclaration a été vu : finissez celle-ci, ou recommencez.',
  scanRestart: 'Recommencer',
  scanNext: 'Scanner une autre déclaration',
  scanBack: 'Revenir au rendez-vous',
  scanKept: 'Déclaration fermée, gardée ici',
  scanKeptText:
    'Elle partira au prochain échange. Cet appareil ne peut pas la lire. Le téléphone la garde aussi : elle ne comptera qu’une fois.',
  scanAlready: 'Cette déclaration est déjà gardée ici.',
  scanBroken: 'Ces codes ne forment pas une déclaration. Recommencez.',
} as const

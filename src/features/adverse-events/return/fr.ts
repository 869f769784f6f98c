/** What comes back to those who declare: the unit's sheet, and the charter. */
export const fr = {
  title: 'Retour aux équipes',
  lead: 'Une page A4 par unité, à afficher : ce qui a été dit, ce qui a changé. Sans nom, sans récit.',
  back: 'Événements',
  link: 'Retour aux équipes',
  site: 'Établissement',
  period: 'Période',
  months: '{{count}} derniers mois',
  noUnit: 'Cet établissement n’a pas d’unité.',
  noAccess: 'Cette page se lit avec le droit de lire les événements de l’établissement.',
  poster: 'Vous avez dit, nous avons fait',
  posterPlace: '{{site}}, {{unit}}',
  posterPeriod: 'Du {{from}} au {{to}}',
  posterCount: 'Vous avez déclaré {{count}} événements. Merci.',
  posterFew:
    'Merci à celles et ceux qui ont déclaré. Sous cinq déclarations, le nombre n’est pas affiché.',
  posterGroup: '{{family}} : vous l’avez dit {{count}} fois',
  posterOther: 'Et aussi',
  posterNothing: 'Ce qui change n’est pas encore écrit. La prochaine page le dira.',
  posterNext: 'Continuez à dire : le code est sur l’affiche « Déclarer un événement ».',
  posterNote: 'Sans nom. Une famille de moins de cinq déclarations n’est ni nommée ni comptée.',
  posterFile: 'Vous avez dit, {{place}}.pdf',
  pdf: 'Page A4 (PDF)',
  pdfMaking: 'La page se prépare',
  pdfFailed: 'La page n’a pas pu être faite. Rien n’est changé : essayez de nouveau.',
  charter: 'Charte : dire pour protéger',
  charterLink: 'Lire et imprimer la charte',
  charterLead: 'L’engagement de la direction envers celles et ceux qui déclarent.',
  charterPrint: 'Imprimer la charte',
  charterWhy: 'Pourquoi dire',
  charterWhy1: 'Un événement dit aujourd’hui protège la prochaine personne.',
  charterWhy2: 'Ce qui a failli arriver compte autant que ce qui est arrivé.',
  charterProtect: 'Ce que nous promettons',
  charterProtect1:
    'Qui déclare de bonne foi n’est pas sanctionné pour ce qu’il déclare, même s’il s’agit de sa propre erreur.',
  charterProtect2:
    'Vous choisissez qui voit votre nom : le référent seul, la direction aussi, ou personne.',
  charterProtect3:
    'Vous recevez un code tout de suite, une réponse d’une personne sous sept jours, puis ce qui a changé.',
  charterProtect4:
    'Nous cherchons comment c’est arrivé, et non qui. L’équipe présente prend part à l’analyse.',
  charterJust: 'Une culture juste',
  charterJust1:
    'Nous disons aussi ce qui marche : une barrière qui a tenu, un geste qui a protégé.',
  charterJust2: 'L’erreur est humaine : elle appelle du soutien et une organisation meilleure.',
  charterJust3:
    'L’écart devenu habitude se regarde ensemble : pourquoi la règle n’est-elle pas tenue ?',
  charterNot: 'Ce qui n’est pas accepté',
  charterNot1: 'Faire du mal exprès, maltraiter, voler.',
  charterNot2: 'Mettre quelqu’un en danger en le sachant, encore et encore, malgré les rappels.',
  charterNot3: 'Cacher ou maquiller des faits, faire pression sur qui déclare.',
  charterNot4: 'Travailler sous l’effet de l’alcool ou d’une drogue.',
  charterHonest: 'Ce que nous ne promettons pas',
  charterHonest1: 'Les faits peuvent suffire à reconnaître quelqu’un : n’écrivez que l’utile.',
  charterHonest2:
    'Ce circuit est interne. Il ne remplace ni le 15, ni le 3977, ni le signalement aux autorités, ni la protection légale du lanceur d’alerte (Défenseur des droits).',
  charterHonest3:
    'Qui témoigne de maltraitance ne peut être sanctionné pour cela (CASF, art. L.313-24 ; à vérifier avec la direction).',
  charterSign: 'La direction, nom et date :',
  charterVerify: 'Texte du produit, à relire et à signer par la direction avant affichage.',
} as const

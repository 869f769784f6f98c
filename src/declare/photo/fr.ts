export const fr = {
  take: 'Ajouter une photo',
  retake: 'Changer la photo',
  remove: 'Retirer la photo',
  alt: 'Votre photo',
  help: 'Un lieu, un objet, une plaie. Ni visage, ni nom. La photo part fermée, sans lieu ni heure.',
  unreadable:
    'Cette photo n’a pas pu être ouverte. Vos mots sont gardés : essayez une autre photo.',
} as const

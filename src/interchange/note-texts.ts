import type { Text } from '#domain/shared/text.ts'
import { FILE_NOTE_TEXTS } from './file-note-texts.ts'

/** One sentence for each thing that may happen to what a file says; `{words}` quote the file. */
export const NOTE_TEXTS = {
  ...FILE_NOTE_TEXTS,
  'unknown-type': {
    fr: 'Le type « {type} » n’existe pas : la question « {name} » est gardée comme un texte.',
    en: 'There is no type “{type}”: the question “{name}” is kept as a text.',
  },
  'misspelt-type': {
    fr: 'Le type « {type} » est lu comme « {read} ».',
    en: 'The type “{type}” is read as “{read}”.',
  },
  'no-type': {
    fr: 'Cette ligne n’a pas de type : « {name} » n’est pas reprise.',
    en: 'This row has no type: “{name}” is not kept.',
  },
  'merged-cell': {
    fr: 'Cette cellule fusionnée vaut pour chacune de ses lignes, de {from} à {to}.',
    en: 'This merged cell stands for each of its rows, from {from} to {to}.',
  },
  'no-name': {
    fr: 'Cette question n’a pas de nom : elle reçoit « {name} ».',
    en: 'This question has no name: it is given “{name}”.',
  },
  'name-changed': {
    fr: 'Le nom « {name} » ne convient pas : il devient « {read} ».',
    en: 'The name “{name}” will not do: it becomes “{read}”.',
  },
  'duplicate-name': {
    fr: 'Le nom « {name} » est déjà pris : cette question devient « {read} ».',
    en: 'The name “{name}” is already taken: this question becomes “{read}”.',
  },
  'no-label': {
    fr: '« {name} » n’a pas de libellé : son nom en tient lieu.',
    en: '“{name}” has no label: its name stands for it.',
  },
  'label-quotes-answer': {
    fr: 'Le libellé cite la réponse à une autre question : Escale le montre tel qu’il est écrit.',
    en: 'The label quotes the answer to another question: Escale shows it as it is written.',
  },
  'no-list': {
    fr: 'La liste de choix « {list} » n’existe pas : « {name} » est gardée comme un texte.',
    en: 'There is no list of choices “{list}”: “{name}” is kept as a text.',
  },
  'duplicate-choice': {
    fr: 'Le choix « {code} » est en double dans la liste « {list} » : le premier est gardé.',
    en: 'The choice “{code}” is twice in the list “{list}”: the first is kept.',
  },
  'choice-without-list': {
    fr: 'Le choix « {name} » n’est d’aucune liste : il n’est pas repris.',
    en: 'The choice “{name}” is of no list: it is not kept.',
  },
  'choice-without-code': {
    fr: 'Un choix de la liste « {list} » n’a pas de code : il n’est pas repris.',
    en: 'A choice of the list “{list}” has no code: it is not kept.',
  },
  'external-choices': {
    fr: 'Les choix de « {name} » sont dans un autre fichier ou sur un serveur : la réponse sera écrite en toutes lettres.',
    en: 'The choices of “{name}” are in another file or on a server: the answer will be written in words.',
  },
  'expression-unread': {
    fr: 'Cette formule n’a pas pu être lue ({why}) : {effect}',
    en: 'This formula could not be read ({whyEn}): {effectEn}',
  },
  'expression-unsaid': {
    fr: 'Cette formule n’a pas d’équivalent dans le format demandé ({why}) : les autres outils ne l’appliquent pas, Escale la retrouve.',
    en: 'This formula has no equal in the format asked for ({whyEn}): other tools do not apply it, Escale finds it again.',
  },
  'cycle-cut': {
    fr: 'Des formules tournent en rond ({path}) : celle-ci est mise de côté.',
    en: 'Formulas turn in a circle ({path}): this one is set aside.',
  },
  'no-question-of-that-name': {
    fr: 'Une condition cite « {name} », qui n’existe pas dans le formulaire : elle est sautée.',
    en: 'A condition names “{name}”, which is not in the form: it is skipped.',
  },
  'nested-repeat': {
    fr: 'Le groupe répété « {name} » est à l’intérieur d’un autre : ses questions sont posées une fois par ligne du premier.',
    en: 'The repeated group “{name}” is inside another: its questions are asked once in each row of the first.',
  },
  'group-in-repeat': {
    fr: 'Le groupe « {name} » est à l’intérieur d’un groupe répété : ses questions suivent les autres, sans titre.',
    en: 'The group “{name}” is inside a repeated group: its questions follow the others, without a title.',
  },
  'empty-group': {
    fr: 'Le groupe « {name} » est vide : il n’est pas repris.',
    en: 'The group “{name}” is empty: it is not kept.',
  },
  'group-not-closed': {
    fr: 'Le groupe « {name} » n’est jamais fermé : il l’est ici à la fin.',
    en: 'The group “{name}” is never closed: it is closed at the end.',
  },
  'end-without-begin': {
    fr: 'Cette fin de groupe ne ferme rien : elle est sautée.',
    en: 'This end of group closes nothing: it is skipped.',
  },
  'kept-column': {
    fr: 'La colonne « {column} » n’a pas d’usage dans Escale ({rows}).',
    en: 'The column “{column}” has no use in Escale ({rowsEn}).',
  },
  'kept-member': {
    fr: '« {name} » n’a pas d’usage dans Escale (linkId {links}).',
    en: '“{name}” has no use in Escale (linkId {linksEn}).',
  },
  'unit-options': {
    fr: '« {name} » se répondait dans une unité au choix ({units}) : Escale garde le nombre, sans unité.',
    en: '“{name}” was answered in a unit of one’s choice ({units}): Escale keeps the number, without a unit.',
  },
  'hidden-shown': {
    fr: '« {name} » était cachée à qui répond : Escale la montre.',
    en: '“{name}” was hidden from who answers: Escale shows it.',
  },
  'read-only': {
    fr: '« {name} » ne pouvait pas être changée par qui répond : dans Escale elle peut l’être.',
    en: '“{name}” could not be changed by who answers: in Escale it can.',
  },
  'other-language': {
    fr: 'Les textes en « {language} » ne sont pas montrés : Escale parle français et anglais.',
    en: 'The texts in “{language}” are not shown: Escale speaks French and English.',
  },
  'metadata-question': {
    fr: '« {type} » est relevé par l’appareil dans d’autres outils ; Escale tient déjà son journal.',
    en: '“{type}” is taken by the device in other tools; Escale keeps its own log.',
  },
  'stands-for-type': {
    fr: 'Escale n’a pas de question « {type} » : « {name} » devient « {read} ».',
    en: 'Escale has no question “{type}”: “{name}” becomes “{read}”.',
  },
  'rank-order': {
    fr: '« {name} » demandait un ordre : Escale garde les réponses choisies, dans l’ordre où elles sont touchées.',
    en: '“{name}” asked for an order: Escale keeps the answers chosen, in the order they are tapped.',
  },
  'other-as-question': {
    fr: '« Autre » de « {name} » devient un choix suivi d’une question de texte.',
    en: '“Other” of “{name}” becomes a choice followed by a text question.',
  },
  'default-not-kept': {
    fr: 'La valeur de départ « {value} » n’est pas posée dans Escale.',
    en: 'The starting value “{value}” is not set in Escale.',
  },
  'repeat-count': {
    fr: 'Le nombre de lignes calculé ({value}) n’est pas imposé dans Escale.',
    en: 'The computed number of rows ({value}) is not imposed in Escale.',
  },
  'ordinal-kept': {
    fr: 'Les points attachés aux réponses de « {name} » ne sont pas additionnés dans Escale.',
    en: 'The points attached to the answers of “{name}” are not summed in Escale.',
  },
  'several-answers': {
    fr: '« {name} » acceptait plusieurs réponses : Escale en garde une.',
    en: '“{name}” took several answers: Escale keeps one.',
  },
  'child-of-question': {
    fr: '« {name} » était posée sous une autre question : elle la suit.',
    en: '“{name}” was asked below another question: it follows it.',
  },
  'not-an-object': {
    fr: 'Des éléments n’ont pas la forme attendue : ils sont sautés.',
    en: 'Some elements do not have the expected shape: they are skipped.',
  },
  'modifier-extension': {
    fr: 'Une extension change le sens de cet élément ({url}) : à relire.',
    en: 'An extension changes the meaning of this element ({url}): to be read again.',
  },
  'no-behavior': {
    fr: 'Plusieurs conditions sans dire si toutes sont nécessaires : une seule suffit ici.',
    en: 'Several conditions without saying whether all are needed: any is enough here.',
  },
  'older-version': {
    fr: 'Ce questionnaire n’est pas en FHIR R4 : il est lu comme tel, à relire.',
    en: 'This questionnaire is not in FHIR R4: it is read as such, to be read again.',
  },
  'form-fault': {
    fr: 'À reprendre avant de publier : {what}',
    en: 'To put right before publishing: {whatEn}',
  },
  'escale-only': {
    fr: '{what} : ce format ne peut pas le dire. Les autres outils ne l’appliquent pas, Escale le retrouve.',
    en: '{whatEn}: this format cannot say it. Other tools do not apply it, Escale finds it again.',
  },
  'answer-refused': {
    fr: 'La réponse « {value} » à « {name} » n’est pas reprise : {why}.',
    en: 'The answer “{value}” to “{name}” is not kept: {whyEn}.',
  },
  'answer-to-nothing': {
    fr: 'Une réponse vise « {name} », qui n’est pas dans la grille : elle n’est pas reprise.',
    en: 'An answer is for “{name}”, which is not in the form: it is not kept.',
  },
  'no-criterion-column': {
    fr: 'Aucune ligne de titres n’a été reconnue (chapitre, thématique, objectif, critère, intitulé).',
    en: 'No header row was recognised (chapter, theme, objective, criterion, wording).',
  },
  'row-without-number': {
    fr: 'Cette ligne n’a pas de numéro de critère : elle ne devient pas une question, et reste dans le fichier rendu.',
    en: 'This row has no criterion number: it becomes no question, and stays in the file given back.',
  },
  'unknown-rating': {
    fr: 'La cotation « {value} » n’existe pas (1, 2, 3, 4, *, NC, RI) : elle n’est pas reprise.',
    en: 'There is no rating “{value}” (1, 2, 3, 4, *, NC, RI): it is not kept.',
  },
} as const satisfies Record<string, Text>

export type NoteCode = keyof typeof NOTE_TEXTS

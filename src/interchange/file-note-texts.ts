import type { Text } from '#domain/shared/text.ts'

/** What may happen to a file before a question of it is read; `{words}` quote the file. */
export const FILE_NOTE_TEXTS = {
  'unreadable-file': {
    fr: 'Ce fichier ne peut pas être lu : {why}.',
    en: 'This file cannot be read: {whyEn}.',
  },
  'file-too-large': {
    fr: 'Ce fichier est trop gros pour une grille : {size}, au plus {limit}.',
    en: 'This file is too large for a form: {size}, at most {limit}.',
  },
  'unknown-format': {
    fr: 'Ce fichier n’est ni un classeur XLSX, ni un questionnaire FHIR, ni une grille Escale.',
    en: 'This file is neither an XLSX workbook, nor a FHIR questionnaire, nor an Escale form.',
  },
  'file-cut': {
    fr: 'Le fichier est coupé ou abîmé : ce qui a pu en être ouvert est lu, la fin peut manquer.',
    en: 'The file is cut short or damaged: what could be opened of it is read, the end may be missing.',
  },
  'other-resource': {
    fr: 'C’est une ressource FHIR « {type} », pas un questionnaire.',
    en: 'It is a FHIR resource “{type}”, not a questionnaire.',
  },
  'no-form-in-bundle': {
    fr: 'Ce paquet FHIR ne contient aucun questionnaire.',
    en: 'This FHIR bundle holds no questionnaire.',
  },
  'one-of-bundle': {
    fr: 'Ce paquet FHIR en contient {count} : « {title} », le premier, est lu. Les autres s’importent un par un.',
    en: 'This FHIR bundle holds {count} of them: “{title}”, the first, is read. Import the others one by one.',
  },
  'csv-as-survey': {
    fr: 'Ce CSV est lu comme la feuille « survey » d’un XLSForm : les listes de choix, qui sont dans une autre feuille, n’y sont pas.',
    en: 'This CSV is read as the “survey” sheet of an XLSForm: the lists of choices, which are on another sheet, are not there.',
  },
  'sheet-read-as': {
    fr: 'Cette feuille a les titres de colonnes d’un XLSForm : elle est lue comme « {read} ».',
    en: 'This sheet has the headers of an XLSForm: it is read as “{read}”.',
  },
  'rows-above-header': {
    fr: 'Les titres de colonnes sont à la ligne {row} : les lignes au-dessus sont sautées.',
    en: 'The headers are in row {row}: the rows above are skipped.',
  },
  'unused-sheet': {
    fr: 'Cette feuille n’a pas d’usage dans Escale : elle n’est pas reprise.',
    en: 'This sheet has no use in Escale: it is not kept.',
  },
  'kept-setting': {
    fr: 'Le réglage « {name} » n’a pas d’usage dans Escale.',
    en: 'The setting “{name}” has no use in Escale.',
  },
  'external-list-joined': {
    fr: 'Les choix de « {name} », pris dans la feuille « external_choices », rejoignent les autres listes.',
    en: 'The choices of “{name}”, taken from the “external_choices” sheet, join the other lists.',
  },
  'loop-as-repeat': {
    fr: '« {name} » posait ses questions une fois par choix : elles le sont une fois par ligne que la personne ajoute.',
    en: '“{name}” asked its questions once for each choice: they are asked once in each row a person adds.',
  },
  'unreadable-question': {
    fr: 'La question « {name} » n’a pas la forme attendue : elle n’est pas reprise.',
    en: 'The question “{name}” does not have the expected shape: it is not kept.',
  },
  'no-survey-sheet': {
    fr: 'Ce classeur n’a pas de feuille « survey » avec une colonne « type » : ce n’est pas un XLSForm.',
    en: 'This workbook has no “survey” sheet with a “type” column: it is not an XLSForm.',
  },
  'aside-too-large': {
    fr: 'Ce que ce fichier dit et que Escale ne lit pas est trop gros : la grille est gardée sans, et ne le rendra pas à l’export.',
    en: 'What this file says and Escale does not read is too large: the grid is kept without it, and will not give it back.',
  },
  'too-large-for-a-grid': {
    fr: 'Cette grille est trop grande pour passer d’un appareil à l’autre : elle n’est pas gardée. Coupez-la en deux fichiers.',
    en: 'This grid is too large to go from one device to another: it is not kept. Cut it into two files.',
  },
  'answers-not-form': {
    fr: 'Ce fichier contient des réponses. Importez d’abord le questionnaire auquel elles répondent, et publiez-le.',
    en: 'This file holds answers. First import the questionnaire they answer, and publish it.',
  },
  'nothing-kept': {
    fr: 'Aucune question n’a pu être lue dans ce fichier.',
    en: 'No question could be read in this file.',
  },
  'too-many-rows': {
    fr: 'Seules les {limit} premières lignes ont été lues.',
    en: 'Only the first {limit} rows were read.',
  },
  'cell-out-of-reach': {
    fr: 'Des cellules très loin à droite ou en bas ({cell}) n’ont pas été lues.',
    en: 'Cells far to the right or below ({cell}) were not read.',
  },
  'bad-cell': {
    fr: 'La cellule {cell} contient une erreur ou une formule sans résultat : elle est lue comme vide.',
    en: 'Cell {cell} holds an error or a formula without a result: it is read as empty.',
  },
  'duplicate-sheet': {
    fr: 'Deux feuilles portent ce nom : la première est lue.',
    en: 'Two sheets have this name: the first is read.',
  },
  'not-an-escale-form': {
    fr: 'Ce fichier JSON n’a pas la forme d’une grille Escale : {where}.',
    en: 'This JSON file does not have the shape of an Escale form: {whereEn}.',
  },
} as const satisfies Record<string, Text>

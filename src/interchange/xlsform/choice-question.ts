import type { Expr } from '#domain/form/expr.ts'
import type { Choice, Question } from '#domain/form/form.ts'
import { type Reading, SCALES, type Scale, type ScaleName } from '#domain/form/scales.ts'
import type { Json } from '#domain/shared/json.ts'
import type { Text } from '#domain/shared/text.ts'
import { readFormula } from '../expressions/formulas.ts'
import { unreadWords } from '../fault-words.ts'
import type { BuildContext } from './build-context.ts'
import type { ListedChoice } from './choice-lists.ts'
import { extrasOf } from './escale-columns.ts'
import { carriedCells } from './other-columns.ts'
import type { Asked } from './survey-tree.ts'

type Base = Pick<Question, 'id' | 'label' | 'hint'>

/**
 * A question answered from a list: a criterion when the list has points (column « score ») or bears
 * the name of a scale of Escale, one or several choices else.
 */
export function listQuestion(asked: Asked, base: Base, context: BuildContext): Question {
  const { row, type, id } = asked
  const { notes } = context
  if (type.kind !== 'choice') return { ...base, type: 'text' }
  const listed = context.lists.get(type.list)
  if (!listed || listed.length === 0) {
    notes.add('lost', 'no-list', row.place('type'), { list: type.list, name: id })
    return { ...base, type: 'text', short: true, carried: { xlsform: { list: type.list } } }
  }
  if (type.rank) notes.add('adapted', 'rank-order', row.place('type'), { name: id })
  const scale = type.many ? undefined : scaleIn(asked, listed)
  const aside = { list: type.list, ...asideOf(listed) }
  if (scale) {
    const cells = criterionCells(asked)
    return { ...base, type: 'criterion', scale, ...cells, carried: { xlsform: aside } }
  }
  const choices = listed.map((choice) => choiceOf(choice, asked, context))
  const lacksOther = type.other && !choices.some(({ code }) => code === 'other')
  if (lacksOther) {
    choices.push({ code: 'other', label: { fr: 'Autre', en: 'Other' } })
  }
  const filter = row.get('choice_filter')
  return {
    ...base,
    type: type.many ? 'multiple' : 'single',
    choices,
    carried: {
      xlsform: {
        ...aside,
        ...(filter === '' ? {} : { choiceFilter: filter }),
        ...(lacksOther ? { other: true } : {}),
      },
    },
  }
}

function scaleIn(asked: Asked, listed: readonly ListedChoice[]): ScaleName | Scale | undefined {
  const extras = extrasOf(asked.row, ['scale', 'counts', 'rule'])
  const named = Object.keys(SCALES).find((name) => name === extras.scale)
  if (named) return named as ScaleName
  const scores = listed.map(({ row }) => row.get('score'))
  if (scores.every((score) => score === '')) return undefined
  const worths = scores.map((score) => (score === '' ? undefined : Number(score.replace(',', '.'))))
  const points = worths.filter((worth): worth is number => Number.isFinite(worth))
  const least = Math.min(...points)
  const most = Math.max(...points)
  const isMean = extras.counts === 'mean' || least < 0 || most > 1
  return {
    counts: isMean ? 'mean' : 'rate',
    steps: listed.map(({ code, label, row }, at) => {
      const worth = worths[at]
      const counts = worth !== undefined && Number.isFinite(worth)
      const sign = row.get('sign')
      return {
        code,
        label,
        reading: readingOf(row.get('reading'), counts ? worth : undefined, [least, most]),
        ...(counts ? { worth } : {}),
        ...(sign === '' ? {} : { sign }),
      }
    }),
  }
}

const READINGS: readonly Reading[] = ['met', 'partly', 'unmet', 'not-applicable', 'not-seen']

function readingOf(
  said: string,
  worth: number | undefined,
  [least, most]: readonly [number, number],
): Reading {
  const known = READINGS.find((each) => each === said)
  if (known) return known
  if (worth === undefined) return 'not-applicable'
  return worth === most ? 'met' : worth === least ? 'unmet' : 'partly'
}

/** Columns `weight`, `imperatif`, `blocking`, and the phrases and remedy of the « escale » cell. */
function criterionCells({ row }: Asked): { weight?: number; imperatif?: string; blocking?: true } {
  const weight = Number(row.get('weight').replace(',', '.'))
  const imperatif = row.get('imperatif')
  return {
    ...(row.get('weight') !== '' && Number.isFinite(weight) && weight !== 1 ? { weight } : {}),
    ...(imperatif === '' ? {} : { imperatif }),
    ...(/^(yes|oui|true|1|x)$/i.test(row.get('blocking')) ? { blocking: true } : {}),
  }
}

function choiceOf({ code, label, row }: ListedChoice, asked: Asked, context: BuildContext): Choice {
  const relevance = filtered(row.get, asked, context, row === firstRow(asked, context))
  const extras = extrasOf(row, ['help', 'icon'])
  const help = extras.help as Text | undefined
  return {
    code,
    label,
    ...(help && typeof help.fr === 'string' && typeof help.en === 'string' ? { help } : {}),
    ...(typeof extras.icon === 'string' ? { icon: extras.icon } : {}),
    ...(relevance === undefined || relevance === true ? {} : { relevance }),
  }
}

function firstRow({ type }: Asked, { lists }: BuildContext): unknown {
  return type.kind === 'choice' ? lists.get(type.list)?.[0]?.row : undefined
}

/** The filter of the list with the cells of one choice in the place of their columns. */
function filtered(
  cell: (column: string) => string,
  { row }: Asked,
  { scope, notes }: BuildContext,
  tell: boolean,
): Expr | undefined {
  const filter = row.get('choice_filter')
  if (filter === '') return undefined
  const read = readFormula(filter, {
    find: (name, bare) => (bare ? cell(name) : scope.find(name, bare)),
  })
  if (read.ok) return read.value
  if (tell) {
    const words = unreadWords(read.error, 'choice_filter')
    notes.add('kept-aside', 'expression-unread', row.place('choice_filter'), words)
  }
  return undefined
}

/** Columns of the choices that are not Escale's: a region, a picture. */
function asideOf(listed: readonly ListedChoice[]): { choices?: { [code: string]: Json } } {
  const aside = Object.fromEntries(
    listed.flatMap(({ code, row }) => {
      const { cells } = carriedCells(row)
      return cells ? [[code, cells]] : []
    }),
  )
  return Object.keys(aside).length > 0 ? { choices: aside } : {}
}

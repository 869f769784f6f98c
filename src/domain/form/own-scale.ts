import type { Text } from '../shared/text.ts'
import { type Reading, type Scale, type ScaleStep, scaleOf } from './scales.ts'

/** A scale of one's own that begins as another: its words may then change, its codes never do. */
export function ownScale(from: Parameters<typeof scaleOf>[0]): Scale {
  const { counts, steps } = scaleOf(from)
  return withCountingRule({ counts, steps })
}

/** The same scale with other members; what is printed below its figures follows, unless it was written by hand. */
export function changedScale(scale: Scale, changes: Partial<Scale>): Scale {
  const next = { ...scale, ...changes }
  const isWrittenHere = JSON.stringify(scale.rule) !== JSON.stringify(countingRule(scale))
  if ('rule' in changes) return isBlank(changes.rule) ? withCountingRule(next) : next
  return isWrittenHere && !isBlank(scale.rule) ? next : withCountingRule(next)
}

/**
 * A scale that counts otherwise: shares from 0 to 1 become points from 1 up, in whole steps, and points
 * become shares of the way from the fewest to the most. What does not count still does not.
 */
export function countedAs(scale: Scale, counts: Scale['counts']): Scale {
  if (scale.counts === counts) return scale
  const worths = scale.steps.flatMap(({ worth }) => worth ?? [])
  const [low, high] = [Math.min(...worths), Math.max(...worths)]
  const ranks = [...new Set(worths)].sort((a, b) => a - b)
  const convert = (worth: number) => {
    if (counts === 'mean') return ranks.indexOf(worth) + 1
    return high === low ? 1 : Math.round(((worth - low) / (high - low)) * 100) / 100
  }
  const steps = scale.steps.map((step) =>
    step.worth === undefined ? step : { ...step, worth: convert(step.worth) },
  )
  return changedScale(scale, { counts, steps })
}

/** One more answer at the end, under a code the scale never had; it counts as soon as it is told for how much. */
export function withOneMore({ steps }: Scale): readonly ScaleStep[] {
  const codes = steps.map(({ code }) => Number(code)).filter(Number.isInteger)
  const code = String(Math.max(0, ...codes) + 1)
  return [...steps, { code, label: { fr: '', en: '' }, reading: 'partly' }]
}

/** What an answer is worth when it begins to count: by how it reads, or the next point. */
export function usualWorth({ counts, steps }: Scale, reading: Reading): number {
  if (counts === 'rate') return reading === 'met' ? 1 : reading === 'partly' ? 0.5 : 0
  return Math.max(0, ...steps.flatMap(({ worth }) => worth ?? [])) + 1
}

/** How the answers count, in words: « Oui 100 %, En partie 50 %, Non 0 %. … ». */
function countingRule({ counts, steps }: Scale): Text {
  const counted = steps.filter(({ worth }) => worth !== undefined)
  const others = steps.filter(({ worth }) => worth === undefined)
  const named = (language: 'fr' | 'en') => {
    const unit = (worth = 0) => {
      if (counts === 'rate') {
        return language === 'fr' ? `${Math.round(worth * 100)} %` : `${Math.round(worth * 100)}%`
      }
      return language === 'fr' ? String(worth).replace('.', ',') : String(worth)
    }
    return counted.map(({ label, worth }) => `${label[language]} ${unit(worth)}`).join(', ')
  }
  const left = (language: 'fr' | 'en') => others.map(({ label }) => label[language]).join(', ')
  return {
    fr: [
      counted.length > 0 ? `${counts === 'rate' ? 'Taux' : 'Moyenne'} : ${named('fr')}.` : '',
      others.length > 0 ? `Hors du compte : ${left('fr')}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
    en: [
      counted.length > 0 ? `${counts === 'rate' ? 'Rate' : 'Mean'}: ${named('en')}.` : '',
      others.length > 0 ? `Not counted: ${left('en')}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  }
}

function withCountingRule(scale: Scale): Scale {
  return { ...scale, rule: countingRule(scale) }
}

function isBlank(text: Text | undefined): boolean {
  return text === undefined || (text.fr.trim() === '' && text.en.trim() === '')
}

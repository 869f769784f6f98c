import { describe, expect, test } from 'vitest'
import { checkForm } from '#domain/form/check-form.ts'
import type { CriterionQuestion, Form } from '#domain/form/form.ts'
import { CATALOGUE, entriesOfKind, findEntry } from '#domain/form/library/catalogue.ts'
import { findForm } from '#domain/form/library/find-form.ts'
import type { FormEntry } from '#domain/form/library/form-entry.ts'
import { GRIDS_BUILT_IN } from '#domain/form/library/grids-built-in.ts'
import { loadForm } from '#domain/form/library/load-form.ts'
import { scaleOf } from '#domain/form/scales.ts'
import { isUnitOfKind } from '#domain/form/units.ts'
import type { Text } from '#domain/shared/text.ts'

const entries: readonly FormEntry[] = Object.values(CATALOGUE)
const forms = entries.flatMap(({ id, version }) => findForm(id, version) ?? [])
/** What may be begun today: each in its latest version. */
const grids = forms.filter(
  ({ id, version, kind }) =>
    kind !== 'adverse-event' && !entries.some((each) => each.id === id && each.version > version),
)

/** Every text of a form, with where it stands; the words of shared scales are theirs. */
function textsOf(node: unknown, path = ''): { path: string; text: Text }[] {
  if (node === null || typeof node !== 'object') return []
  if ('fr' in node && 'en' in node) return [{ path, text: node as Text }]
  return Object.entries(node).flatMap(([key, child]) => textsOf(child, `${path}/${key}`))
}

function criteriaOf(form: Form): readonly CriterionQuestion[] {
  return form.sections
    .flatMap(({ questions }) => questions)
    .filter((question) => question.type === 'criterion')
}

/** A sentence without its case, accents and signs: two that only differ so are the same. */
function bare(sentence: string): string {
  return sentence
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** As the domain page lists them: what is observed, and the fewest answers of the scale. */
const FILES = ['G05', 'G06', 'G07', 'G08', 'G09', 'G15', 'G16', 'G19', 'G20', 'G24', 'G25']
const PREMISES = ['G12', 'G13', 'G14']
const OF_FILES = 'yes no na'
const IN_PLACE = 'in-place under-way to-do na'
const CONFORM = 'conform not-conform not-observed na'
/** Of the grids whose scale the domain page says. */
const SCALE_OF: Readonly<Record<string, string>> = {
  G01: 'yes partial no na',
  G02: OF_FILES,
  G03: OF_FILES,
  G04: '1 2 3 4 na',
  G05: OF_FILES,
  G06: OF_FILES,
  G07: OF_FILES,
  G08: OF_FILES,
  G09: 'yes partial no na',
  G10: IN_PLACE,
  G11: IN_PLACE,
  G12: CONFORM,
  G13: CONFORM,
  G14: CONFORM,
}

test('each of G01 to G30 says what it observes, on which scale, for whom, in 10 to 25 criteria', () => {
  const listed = grids.filter(({ code }) => /^G\d\d$/.test(code))
  expect(listed).toHaveLength(30)
  for (const form of listed) {
    const { code, unit, source } = form
    const wanted = FILES.includes(code)
      ? 'file'
      : PREMISES.includes(code)
        ? 'premises'
        : code === 'G02'
          ? 'opportunity'
          : 'structure'
    expect([code, unit]).toEqual([code, wanted])
    expect([code, isUnitOfKind(unit, form.kind)]).toEqual([code, true])
    const criteria = criteriaOf(form)
    expect([code, criteria.length >= 10 && criteria.length <= 25]).toEqual([code, true])
    const scales = new Set(
      criteria.map((each) =>
        scaleOf(each)
          .steps.map((step) => step.code)
          .join(' '),
      ),
    )
    expect([code, [...scales]]).toEqual([code, [SCALE_OF[code] ?? [...scales][0]]])
    expect(source.fr).toMatch(/écrits? par le produit|à vérifier/i)
    // Every home of the dispositif finds a grid of each theme, or the entry says which it is for.
    const { kinds } = entries.find((entry) => entry.id === form.id) ?? {}
    expect([code, kinds === undefined || kinds.length > 0]).toEqual([code, true])
  }
})

test('no two of the thirty grids ask the same in the same words', () => {
  const said = new Map<string, string>()
  const doubled: string[] = []
  for (const form of grids.filter(({ code }) => /^G\d\d$/.test(code))) {
    for (const { id, label } of criteriaOf(form)) {
      const words = bare(label.fr)
      const before = said.get(words)
      if (before !== undefined && !before.startsWith(`${form.code} `)) {
        doubled.push(`${before} = ${form.code} ${id}: ${label.fr}`)
      }
      said.set(words, `${form.code} ${id}`)
    }
  }
  expect(doubled).toEqual([])
})

test('the library holds the thirty grids G01 to G30, once each', () => {
  const codes = grids.map(({ code }) => code).filter((code) => /^G\d\d$/.test(code))
  const wanted = Array.from({ length: 30 }, (_, at) => `G${String(at + 1).padStart(2, '0')}`)
  expect(codes.toSorted()).toEqual(wanted)
})

test('it holds a targeted tracer, a system audit, five self-evaluations and what people say', () => {
  const methods = grids.map(({ method }) => method)
  const count = (wanted: Form['method']) => methods.filter((method) => method === wanted).length
  expect(count('targeted-tracer')).toBe(1)
  expect(count('system-audit')).toBe(1)
  expect(count('self-evaluation')).toBe(5)
  expect(count('experience')).toBe(1)
})

test('a form is found by its id and version, and no other version is given in its place', async () => {
  expect(findForm('audit-medication', 1)?.code).toBe('G01')
  expect(findForm('audit-medication', 2)).toBeUndefined()
  expect(await loadForm('audit-medication', 2)).toBeUndefined()
  expect(findEntry('audit-medication', 2)).toBeUndefined()
})

test('the catalogue says the same forms as the server holds, and each is read whole when asked', async () => {
  expect(forms).toHaveLength(entries.length)
  expect(new Set(entries.map(({ id, version }) => `${id} ${version}`)).size).toBe(entries.length)
  expect(GRIDS_BUILT_IN).toBe(grids.length)
  for (const entry of entries) {
    const form = await loadForm(entry.id, entry.version)
    expect(form).toBe(findForm(entry.id, entry.version))
    expect(form).toMatchObject({ kind: entry.kind, code: entry.code, title: entry.title })
    expect(form && criteriaOf(form)).toHaveLength(entry.criteria)
  }
})

test('a grid written further keeps its former version, to read what was answered with it', () => {
  const [first, second] = [findForm('audit-catering', 1), findForm('audit-catering', 2)]
  const ids = (form: Form | undefined) => (form ? criteriaOf(form).map(({ id }) => id) : [])
  expect(ids(first).join(' ')).toBe('A1 A2 A3 B1 B2 B3 B4 B5 C1 C2 C3 C4')
  const answers = new Set(
    (first ? criteriaOf(first) : []).flatMap((each) => scaleOf(each).steps.map(({ code }) => code)),
  )
  expect([...answers]).toEqual(['yes', 'partial', 'no', 'na'])
  expect(ids(second)).toEqual(expect.arrayContaining([...ids(first), 'A4', 'B6', 'D2', 'D3']))
  const offered = entriesOfKind('audit').filter(({ id }) => id === 'audit-catering')
  expect(offered.map(({ version }) => version)).toEqual([2])
})

test('audits and practice reviews are offered by their own kind', () => {
  expect(entriesOfKind('epp').map(({ code }) => code)).toContain('G02')
  expect(entriesOfKind('audit').map(({ code }) => code)).toContain('G14')
  expect(entriesOfKind('tracer').map(({ code }) => code)).toEqual(['AT'])
})

test('schooling is for homes of children, and no grid is for nobody', () => {
  const kindsOf = (code: string) => entries.find((entry) => entry.code === code)?.kinds
  expect(kindsOf('G27')).toEqual(['ime', 'itep'])
  expect(entries.filter(({ kinds }) => kinds?.length === 0)).toEqual([])
})

describe.each(forms.map((form): [string, Form] => [form.id, form]))('%s', (_, form) => {
  test('has no fault of shape', () => {
    expect(checkForm(form)).toEqual([])
  })

  test('says everything in both languages, with the typography of the house', () => {
    const texts = textsOf(form)
    expect(texts.length).toBeGreaterThan(10)
    for (const { path, text } of texts) {
      expect(text.fr.trim(), path).not.toBe('')
      expect(text.en.trim(), path).not.toBe('')
      expect(text.fr, path).not.toMatch(/['\u00a0\u202f→≥≤✓]|\.\.\.|[^ ][:;!?»]|«[^ ]/)
      expect(text.en, path).not.toMatch(/[\u00a0\u202f→≥≤✓«»]/)
    }
  })

  test('says where it comes from, with its mark when nobody has confirmed it', () => {
    expect(form.source.fr.length).toBeGreaterThan(20)
    expect(form.source.fr).toMatch(/à vérifier|à valider|ce ne sont pas|Champs/i)
  })
})

describe.each(grids.map((form): [string, Form] => [`${form.code} ${form.id}`, form]))(
  'grid %s',
  (_, form) => {
    const criteria = criteriaOf(form)

    test('has ten to twenty-seven criteria, each with one id and one sentence', () => {
      expect(criteria.length).toBeGreaterThanOrEqual(10)
      expect(criteria.length).toBeLessThanOrEqual(27)
      expect(new Set(criteria.map(({ id }) => id)).size).toBe(criteria.length)
      for (const language of ['fr', 'en'] as const) {
        const sentences = form.sections.flatMap(({ id, questions }) =>
          // Two interviews, or two objectifs, may ask the same of different people.
          questions.map(({ label }) => `${id} ${bare(label[language])}`),
        )
        expect(new Set(sentences).size).toBe(sentences.length)
      }
    })

    test('says how to observe or what to look for on most of its criteria', () => {
      const guided = criteria.filter(({ hint, phrases }) => hint || phrases)
      expect(guided.length).toBeGreaterThanOrEqual((criteria.length * 2) / 3)
    })

    test('proposes an action for each criterion not met, once and in few words', () => {
      const remedies = criteria.map(({ remedy }) => remedy?.fr ?? '')
      expect(remedies.filter((words) => words.length < 10 || words.length > 60)).toEqual([])
      expect(new Set(remedies).size).toBe(remedies.length)
    })

    test('names the critères impératifs by their number alone', () => {
      const touched = criteria.flatMap(({ imperatif }) => imperatif ?? [])
      expect(touched.filter((number) => !IMPERATIFS.has(number))).toEqual([])
    })
  },
)

/** Open data of the HAS: the eighteen numbers. */
const IMPERATIFS = new Set([
  ...['2.2.1', '2.2.2', '2.2.3', '2.2.4', '2.2.5', '2.2.6', '2.2.7', '3.6.2', '3.11.1', '3.11.2'],
  ...['3.12.1', '3.12.2', '3.12.3', '3.13.1', '3.13.2', '3.13.3', '3.14.1', '3.14.2'],
])

test('the self-evaluation of the impératifs touches all eighteen, and nothing else', () => {
  const form = findForm('self-imperatives', 1)
  const touched = new Set(form && criteriaOf(form).map(({ imperatif }) => imperatif))
  expect(touched).toEqual(IMPERATIFS)
})

test('the medication grid touches the impératif 3.6.2 on several criteria', () => {
  const form = findForm('audit-medication', 1)
  const touched = form && criteriaOf(form).filter(({ imperatif }) => imperatif === '3.6.2')
  expect(touched?.map(({ id }) => id)).toEqual(['B1', 'C2', 'C3', 'D1', 'D2'])
})

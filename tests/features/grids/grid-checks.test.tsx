// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { checkForm, type FormFault } from '#domain/form/check-form.ts'
import { call, ref, SELF } from '#domain/form/expr.ts'
import type { Form, Question } from '#domain/form/form.ts'
import { type FormWarning, lintForm } from '#domain/form/lint-form.ts'
import { gridFields } from '#domain/grid/grid.ts'
import { placeOfCheck } from '#features/grids/check-places.ts'
import { GridsRoutes } from '#features/grids/routes.tsx'
import { buildCriterion, buildForm, buildSection, buildText } from '#tests/builders/build-form.ts'
import { openTestWorkspace, type TestWorkspace } from '#tests/support/workspace.ts'
import { showAt } from '../show-at.tsx'

let opened: TestWorkspace
beforeAll(async () => {
  localStorage.clear()
  opened = await openTestWorkspace({})
})
afterEach(cleanup)

type Kind = (FormFault | FormWarning)['kind']
interface Case {
  readonly form: Form
  readonly says: RegExp
  /** What the control that takes the focus is called. */
  readonly at: RegExp
}

const A1 = buildCriterion('A1')
const asked = (type: string, more: object = {}, id = 'A2') =>
  ({ id, type, label: buildText(`Question ${id}`), ...more }) as Question
const withA1 = (...questions: readonly Question[]) => buildForm([A1, ...questions])
const met = call('=', ref('A1'), 'yes')
const group = (...questions: readonly Question[]) => withA1(asked('repeat', { questions }))
const choices = (...codes: readonly string[]) => ({
  choices: codes.map((code) => ({ code, label: buildText(code) })),
})
const rules = (...tests: readonly object[]) => ({
  constraints: tests.map((test) => ({ test, message: buildText('Non.') })),
})
const tracer = (questions: readonly Question[], audience: 'person' | 'professionals') =>
  buildForm([], {
    kind: 'tracer',
    unit: 'person',
    sections: [buildSection('A', questions, { audience })],
  })
const easy = { picture: 'talk', ask: buildText('Vous parle-t-on ?'), explain: buildText('') }

/** A draft keeps its parts by their code: two of one code are in no draft, but in forms from elsewhere. */
const CASES: Readonly<Record<Exclude<Kind, 'duplicate-section'>, Case>> = {
  'no-section': {
    form: buildForm([], { sections: [] }),
    says: /aucune partie/,
    at: /^Ajouter une partie/,
  },
  'no-question': { form: buildForm([]), says: /aucune question/, at: /^Ajouter une question dans/ },
  'unit-of-kind': {
    form: buildForm([A1], { unit: 'file' }),
    says: /n’est pas de cette méthode/,
    at: /^Ce que l’on observe/,
  },
  'duplicate-question': {
    form: group(buildCriterion('A1', { label: buildText('Autre') })),
    says: /même code : A1/,
    at: /^Question 1 de la ligne/,
  },
  'duplicate-choice': {
    form: withA1(asked('single', choices('1', '1'))),
    says: /deux réponses portent le même code/,
    at: /^Réponse 1/,
  },
  'no-choice': {
    form: withA1(asked('single', choices())),
    says: /aucune réponse n’est proposée/,
    at: /^Ajouter une réponse/,
  },
  'no-label': {
    form: withA1(asked('text', { label: buildText('') })),
    says: /n’a pas de texte/,
    at: /^Texte de la question/,
  },
  'bad-id': {
    form: group(buildCriterion('A 2.1')),
    says: /ne peut pas nommer une question/,
    at: /^Question 1 de la ligne/,
  },
  'empty-group': {
    form: group(),
    says: /la ligne ne demande rien/,
    at: /^Ajouter une question à la ligne/,
  },
  'group-in-group': {
    form: group(asked('repeat', { questions: [buildCriterion('A4')] }, 'A3')),
    says: /ne peut pas être dans un autre/,
    at: /^Type de réponse/,
  },
  'min-above-max': {
    form: withA1(asked('number', { min: 9, max: 3 })),
    says: /le moins est plus grand/,
    at: /^Le moins/,
  },
  'unknown-reference': {
    form: withA1(asked('text', { relevance: call('answered', ref('Z9')) })),
    says: /dépend de Z9/,
    at: /^Poser cette question/,
  },
  expression: {
    form: withA1(asked('text', rules(call('matches', ref(SELF), '(a+)+')))),
    says: /ne peut pas être lu/,
    at: /^Règle 1/,
  },
  cycle: {
    form: buildForm([
      buildCriterion('A1', { relevance: call('=', ref('A2'), 'yes') }),
      buildCriterion('A2', { relevance: met, label: buildText('Deux') }),
    ]),
    says: /en rond/,
    at: /^Poser cette question/,
  },
  'no-criterion': {
    form: buildForm([asked('text')]),
    says: /Aucun critère/,
    at: /^Ajouter une question dans/,
  },
  'person-not-asked': {
    form: tracer([A1], 'professionals'),
    says: /n’interroge la personne/,
    at: /^Qui répond/,
  },
  'no-easy-words': {
    form: tracer([A1], 'person'),
    says: /Aucune question facile/,
    at: /^Question facile à lire/,
  },
  'not-easy': {
    form: tracer([buildCriterion('A1', { easy }), buildCriterion('A2')], 'person'),
    says: /n’a pas de question facile/,
    at: /^Question facile à lire/,
  },
  'empty-section': {
    form: buildForm([], { sections: [buildSection('A', [A1]), buildSection('B', [])] }),
    says: /La partie B est vide/,
    at: /^Ajouter une question dans B/,
  },
  'never-asked': {
    form: withA1(asked('text', { relevance: call('=', ref('A1'), 'jamais') })),
    says: /ne sera jamais posée/,
    at: /^Poser cette question/,
  },
  'always-asked': {
    form: withA1(
      asked('text', {
        relevance: call(
          'or',
          call('answered', ref('A1')),
          call('not', call('answered', ref('A1'))),
        ),
      }),
    ),
    says: /toujours posée/,
    at: /^Poser cette question/,
  },
  'reads-later': {
    form: buildForm([
      asked('text', { relevance: call('=', ref('A3'), 'yes') }),
      buildCriterion('A3'),
    ]),
    says: /posée avant celle/,
    at: /^Poser cette question/,
  },
  'same-words': {
    form: withA1(buildCriterion('A2', { label: A1.label })),
    says: /dit la même chose/,
    at: /^Texte de la question/,
  },
  'not-filled': {
    form: buildForm([A1, asked('text')], { kind: 'epp', unit: 'file' }),
    says: /ne sera pas demandée/,
    at: /^Type de réponse/,
  },
  unused: {
    form: withA1(asked('calculated', { value: 1, hidden: true })),
    says: /ni montré ni utilisé/,
    at: /^Calcul/,
  },
  'default-refused': {
    form: withA1(asked('number', { max: 3, default: 4 })),
    says: /réponse par défaut est refusée/,
    at: /^Réponse par défaut/,
  },
  'no-answer-fits': {
    form: withA1(asked('number', rules(call('>=', ref(SELF), 10), call('<=', ref(SELF), 5)))),
    says: /ses règles se contredisent/,
    at: /^Règle 1/,
  },
  'scale-not-counted': {
    form: buildForm([
      buildCriterion('A1', {
        scale: { counts: 'rate', steps: [{ code: '1', label: buildText('Vu'), reading: 'met' }] },
      }),
    ]),
    says: /aucune réponse de son échelle ne compte/,
    at: /^Ce qu’elle donne/,
  },
  'answer-without-words': {
    form: withA1(asked('single', { choices: [{ code: '1', label: buildText('') }] })),
    says: /une réponse proposée n’a pas de texte/,
    at: /^Réponse 1/,
  },
  'file-not-taken': {
    form: withA1(asked('file', { accepts: ['application/pdf'] })),
    says: /que l’on ne peut pas joindre/,
    at: /^Photo \(JPEG\)/,
  },
}

it.each(Object.entries(CASES))(
  '%s is said, and leads to where it is put right',
  async (kind, { form, says, at }) => {
    expect([...checkForm(form), ...lintForm(form)].map((check) => check.kind)).toContain(kind)
    await lead(form, says)
    await waitFor(() => expect(focused()).toMatch(at))
  },
)

it('a condition of a whole part leads to the settings of the part', async () => {
  const sections = [
    buildSection('A', [A1]),
    buildSection('B', [buildCriterion('B1')], { relevance: call('=', ref('A1'), 'jamais') }),
  ]
  await lead(buildForm([], { sections }), /B1.*ne sera jamais posée/)
  await waitFor(() => expect(focused()).toMatch(/^Poser cette partie/))
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('the same check leads there again', async () => {
  await lead(CASES['unit-of-kind'].form, CASES['unit-of-kind'].says)
  await waitFor(() => expect(focused()).toMatch(/^Ce que l’on observe/))
  const sentence = screen.getByText(CASES['unit-of-kind'].says)
  sentence.focus()
  fireEvent.click(sentence)
  await waitFor(() => expect(focused()).toMatch(/^Ce que l’on observe/))
})

it('two parts of one code lead to the title of the first', () => {
  const form = buildForm([], { sections: [buildSection('A', [A1]), buildSection('A', [])] })
  expect(placeOfCheck(form, { kind: 'duplicate-section', id: 'A' })).toEqual({
    name: 'section:A:title',
  })
})

async function lead(form: Form, says: RegExp) {
  const { workspace, profile } = opened
  const { id } = await workspace.writer.create('grid', profile.dispositif.id, gridFields(form))
  showAt(workspace, <GridsRoutes />, `/grilles/${id}`)
  const sentence = await screen.findByText(says)
  expect(sentence.tagName).toBe('BUTTON')
  fireEvent.click(sentence)
}

/** What the control in hand is called. */
function focused(): string {
  const control = document.activeElement
  const [label] = control && 'labels' in control ? [...(control.labels as NodeList)] : []
  return control?.getAttribute('aria-label') ?? (label ?? control)?.textContent?.trim() ?? ''
}

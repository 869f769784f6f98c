import { fail, ok, type Result } from '#domain/shared/result.ts'
import { fhirOperation } from './fhir-operation.ts'
import { type FhirPathToken, fhirPathTokens } from './fhir-path-tokens.ts'
import type { ExpressionFault, XPath } from './x-path.ts'

/*
 * The FHIRPath of questionnaires: answers by linkId, comparisons, sums. It is read into the same tree
 * as XPath, each function under the name XPath gives it; what it cannot say is named and refused.
 */

/** The empty collection `{}`. */
const NOTHING: XPath = { kind: 'literal', value: '' }

const LONGEST = 20_000
const DEEPEST = 60

const LEVELS: Readonly<Record<string, number>> = {
  implies: 1,
  or: 2,
  and: 3,
  '=': 4,
  '~': 4,
  '!=': 4,
  '<': 5,
  '<=': 5,
  '>': 5,
  '>=': 5,
  contains: 5,
  in: 5,
  '|': 6,
  '+': 7,
  '-': 7,
  '&': 7,
  '*': 8,
  '/': 8,
  div: 8,
  mod: 8,
}

/** Steps of a path that only walk to the value of an answer. */
const STEPS = new Set(['item', 'answer', 'value', 'descendants', 'first', 'children', 'code'])

/** Reads a FHIRPath expression; `variables` are those the questionnaire defines, as text. */
export function parseFhirPath(
  text: string,
  variables: ReadonlyMap<string, string> = new Map(),
  budget = { expansions: 200 },
): Result<XPath, ExpressionFault> {
  if (text.length > LONGEST) return fail({ kind: 'syntax', what: `${text.slice(0, 20)}…` })
  const tokens = fhirPathTokens(text)
  if (!tokens.ok) return tokens
  const parser = new Parser(tokens.value, variables, budget)
  try {
    return ok(parser.whole())
  } catch (fault) {
    if (fault instanceof Unreadable) return fail(fault.fault)
    throw fault
  }
}

class Unreadable extends Error {
  readonly fault: ExpressionFault
  constructor(fault: ExpressionFault) {
    super(fault.what)
    this.fault = fault
  }
}

class Parser {
  private at = 0
  private depth = 0
  private readonly tokens: readonly FhirPathToken[]
  private readonly variables: ReadonlyMap<string, string>
  /** Variables that name others twice would double at each name. */
  private readonly budget: { expansions: number }

  constructor(
    tokens: readonly FhirPathToken[],
    variables: ReadonlyMap<string, string>,
    budget: { expansions: number },
  ) {
    this.tokens = tokens
    this.variables = variables
    this.budget = budget
  }

  whole(): XPath {
    const read = this.expression(1)
    const left = this.tokens[this.at]
    return left ? this.refuse(left.text) : read
  }

  private expression(level: number): XPath {
    this.depth += 1
    if (this.depth > DEEPEST) throw new Unreadable({ kind: 'too-deep', what: '' })
    let left = this.operand()
    for (;;) {
      const sign = this.tokens[this.at]
      const own =
        sign && sign.kind !== 'text' && Object.hasOwn(LEVELS, sign.text)
          ? LEVELS[sign.text]
          : undefined
      if (!sign || own === undefined || own < level) break
      this.at += 1
      const read = fhirOperation(sign.text, left, this.expression(own + 1))
      if (!read) throw new Unreadable({ kind: 'function', what: sign.text })
      left = read
    }
    this.depth -= 1
    return left
  }

  private operand(): XPath {
    const token = this.tokens[this.at]
    if (!token) return this.refuse('')
    this.at += 1
    if (token.kind === 'number') return this.tail({ kind: 'literal', value: Number(token.text) })
    if (token.kind === 'text') return this.tail({ kind: 'literal', value: token.text })
    if (token.kind === 'variable') return this.tail(this.variable(token.text))
    if (token.kind === 'name') {
      if (token.text === '$this') return this.tail({ kind: 'self' })
      if (this.isSign('(')) return this.tail(this.standing(token.text))
      return token.text === 'true' || token.text === 'false'
        ? { kind: 'call', name: token.text, of: [] }
        : this.tail(this.step(undefined, token.text))
    }
    if (token.text === '-') return { kind: 'call', name: '-', of: [this.expression(9)] }
    if (token.text === '{') {
      this.expect('}')
      return { kind: 'literal', value: '' }
    }
    if (token.text !== '(') return this.refuse(token.text)
    const inside = this.expression(1)
    this.expect(')')
    return this.tail(inside)
  }

  /** `%resource` and `%context` are where paths begin; another name is what the form defined. */
  private variable(name: string): XPath | undefined {
    if (['resource', 'context', 'qitem', 'questionnaire', 'rootResource'].includes(name)) {
      return undefined
    }
    const text = this.variables.get(name)
    if (text === undefined) throw new Unreadable({ kind: 'reference', what: `%${name}` })
    this.budget.expansions -= 1
    if (this.budget.expansions < 0) throw new Unreadable({ kind: 'too-deep', what: name })
    const others = new Map(this.variables)
    others.delete(name)
    const read = parseFhirPath(text, others, this.budget)
    if (!read.ok) throw new Unreadable(read.error)
    return read.value
  }

  private standing(name: string): XPath {
    const of = this.args()
    if (name === 'iif')
      return { kind: 'call', name: 'if', of: [...of, ...(of.length < 3 ? [NOTHING] : [])] }
    return this.apply(undefined, name, of)
  }

  private tail(start: XPath | undefined): XPath {
    let read = start
    while (this.isSign('.') || this.isSign('[')) {
      if (this.isSign('[')) {
        this.at += 1
        this.expression(1)
        this.expect(']')
        continue
      }
      this.at += 1
      const name = this.tokens[this.at]
      if (name?.kind !== 'name') return this.refuse(name?.text ?? '.')
      this.at += 1
      read = this.step(read, name.text)
    }
    return read ?? this.refuse('%resource')
  }

  private step(read: XPath | undefined, name: string): XPath | undefined {
    if (!this.isSign('(')) {
      if (name === 'ordinal') throw new Unreadable({ kind: 'function', what: 'ordinal' })
      return read
    }
    if (name === 'where') return this.where(read)
    if (name === 'repeat') {
      this.skipBrackets()
      return read
    }
    const of = this.args()
    if (STEPS.has(name) && of.length <= 1) return read
    return this.apply(read, name, of)
  }

  /** `where(linkId = 'x')` names an answer; any other filter is not known here. */
  private where(read: XPath | undefined): XPath {
    const [open, name, sign, link, close] = this.tokens.slice(this.at, this.at + 5)
    if (
      open?.text !== '(' ||
      name?.text !== 'linkId' ||
      sign?.text !== '=' ||
      link?.kind !== 'text'
    ) {
      throw new Unreadable({ kind: 'path', what: 'where' })
    }
    if (close?.text !== ')') throw new Unreadable({ kind: 'path', what: 'where' })
    this.at += 5
    // An outer group was only the way here: the innermost linkId is the answer.
    return read && read.kind !== 'field' ? this.refuse('where') : { kind: 'field', name: link.text }
  }

  private apply(read: XPath | undefined, name: string, of: readonly XPath[]): XPath {
    const subject = read ?? { kind: 'self' as const }
    const alone = (fn: string): XPath => ({ kind: 'call', name: fn, of: [subject] })
    switch (name) {
      case 'exists':
      case 'hasValue':
        if (of.length > 0) break
        return { kind: 'call', name: '!=', of: [subject, NOTHING] }
      case 'empty':
        return { kind: 'call', name: '=', of: [subject, NOTHING] }
      case 'count':
      case 'sum':
      case 'min':
      case 'max':
      case 'not':
      case 'abs':
        return alone(name)
      case 'length':
        return alone('string-length')
      case 'today':
        if (read !== undefined || of.length > 0) break
        return { kind: 'call', name: 'today', of: [] }
      case 'power':
        return { kind: 'call', name: 'pow', of: [subject, ...of] }
      case 'round':
        return { kind: 'call', name: 'round', of: [subject, ...of] }
      case 'matches':
      case 'matchesFull':
        return { kind: 'call', name: 'regex', of: [subject, ...of] }
      case 'toInteger':
      case 'toDecimal':
      case 'toString':
      case 'toDate':
      case 'toQuantity':
      case 'single':
        return subject
      default:
    }
    throw new Unreadable({ kind: 'function', what: name })
  }

  private args(): readonly XPath[] {
    this.expect('(')
    const of: XPath[] = []
    while (!this.isSign(')')) {
      of.push(this.expression(1))
      if (this.isSign(',')) this.at += 1
      else break
    }
    this.expect(')')
    return of
  }

  /** `repeat(item)` goes down to any depth: so does every path here. */
  private skipBrackets(): void {
    let depth = 0
    do {
      if (this.isSign('(')) depth += 1
      else if (this.isSign(')')) depth -= 1
      else if (!this.tokens[this.at]) this.refuse('repeat')
      this.at += 1
    } while (depth > 0)
  }

  private isSign(sign: string): boolean {
    const token = this.tokens[this.at]
    return token?.kind === 'sign' && token.text === sign
  }

  private expect(sign: string): void {
    if (!this.isSign(sign)) this.refuse(this.tokens[this.at]?.text ?? sign)
    this.at += 1
  }

  private refuse(what: string): never {
    throw new Unreadable({ kind: 'syntax', what })
  }
}

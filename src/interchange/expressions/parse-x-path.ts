import { fail, ok, type Result } from '#domain/shared/result.ts'
import type { ExpressionFault, XPath } from './x-path.ts'

/*
 * The XPath that XLSForm authors write: `${name}` or a path for an answer, `.` for the answer being
 * checked, operators and functions. Operators become calls named by their sign, so that one table
 * translates both.
 */

type Token = {
  readonly kind: 'number' | 'text' | 'field' | 'name' | 'sign' | 'path'
  readonly text: string
}

const LONGEST = 20_000
const DEEPEST = 60

const TOKEN =
  /\s*(?:(\d+(?:\.\d*)?|\.\d+)|("[^"]*"|'[^']*'|“[^”]*”|‘[^’]*’)|\$\{\s*([^}\s]+)\s*\}|((?:current\(\)\/)?(?:\.\.?\/|\/)[\w.\-/]*[\w-]|\.\.)|([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)|(<=|>=|!=|[-+*=<>(),.|[\]/]))/uy

/** How tightly each operator holds; two of the same level go from left to right. */
const LEVELS: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  div: 6,
  mod: 6,
}

/** Reads an expression; never throws, whatever is written. */
export function parseXPath(text: string): Result<XPath, ExpressionFault> {
  if (text.length > LONGEST) return fail({ kind: 'syntax', what: `${text.slice(0, 20)}…` })
  const tokens = tokenize(text)
  if (!tokens.ok) return tokens
  const parser = new Parser(tokens.value)
  try {
    return ok(parser.whole())
  } catch (fault) {
    if (fault instanceof Unreadable) return fail(fault.fault)
    throw fault
  }
}

function tokenize(text: string): Result<readonly Token[], ExpressionFault> {
  const tokens: Token[] = []
  let at = 0
  while (text.slice(at).trim() !== '') {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)
    if (!found) return fail({ kind: 'syntax', what: text.slice(at, at + 20).trim() })
    at = TOKEN.lastIndex
    const [, number, quotedText, field, path, name, sign] = found
    if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (quotedText !== undefined) tokens.push({ kind: 'text', text: quotedText.slice(1, -1) })
    else if (field !== undefined) tokens.push({ kind: 'field', text: field })
    else if (path !== undefined) tokens.push({ kind: 'path', text: path })
    else if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else tokens.push({ kind: 'sign', text: sign ?? '' })
  }
  return ok(tokens)
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
  private readonly tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  whole(): XPath {
    const read = this.expression(1)
    const left = this.tokens[this.at]
    if (left) this.refuse(left.text)
    return read
  }

  private expression(level: number): XPath {
    this.depth += 1
    if (this.depth > DEEPEST) throw new Unreadable({ kind: 'too-deep', what: '' })
    let left = this.operand()
    for (;;) {
      const sign = this.operatorAt(level)
      if (sign === undefined) break
      this.at += 1
      const right = this.expression((LEVELS[sign] ?? 0) + 1)
      left = { kind: 'call', name: sign, of: [left, right] }
    }
    this.depth -= 1
    return left
  }

  private operatorAt(level: number): string | undefined {
    const token = this.tokens[this.at]
    if (!token || (token.kind !== 'sign' && token.kind !== 'name')) return undefined
    const found = Object.hasOwn(LEVELS, token.text) ? LEVELS[token.text] : undefined
    return found !== undefined && found >= level ? token.text : undefined
  }

  private operand(): XPath {
    const token = this.tokens[this.at]
    if (!token) return this.refuse('')
    this.at += 1
    switch (token.kind) {
      case 'number':
        return { kind: 'literal', value: Number(token.text) }
      case 'text':
        return { kind: 'literal', value: token.text }
      case 'field':
        return { kind: 'field', name: token.text.replace(/^last-saved#/, '') }
      case 'path':
        return this.notIndexed({ kind: 'field', name: token.text.split('/').at(-1) ?? '' })
      case 'name':
        return this.isNext('(')
          ? this.call(token.text)
          : { kind: 'field', name: token.text, bare: true }
      case 'sign':
        break
    }
    if (token.text === '.') return { kind: 'self' }
    if (token.text === '-') return { kind: 'call', name: '-', of: [this.expression(7)] }
    if (token.text !== '(') return this.refuse(token.text)
    const inside = this.expression(1)
    this.expect(')')
    return inside
  }

  private call(name: string): XPath {
    this.expect('(')
    const of: XPath[] = []
    while (!this.isNext(')')) {
      of.push(this.expression(1))
      if (this.isNext(',')) this.at += 1
      else break
    }
    this.expect(')')
    return this.notIndexed({ kind: 'call', name, of })
  }

  /** `instance('x')/root/item[…]` and its like look something up: nothing here does. */
  private notIndexed(read: XPath): XPath {
    const next = this.tokens[this.at]
    if (next?.kind === 'path' || next?.text === '[' || next?.text === '/') {
      throw new Unreadable({ kind: 'path', what: 'name' in read ? read.name : next.text })
    }
    return read
  }

  private isNext(sign: string): boolean {
    const token = this.tokens[this.at]
    return token?.kind === 'sign' && token.text === sign
  }

  private expect(sign: string): void {
    if (!this.isNext(sign)) this.refuse(this.tokens[this.at]?.text ?? sign)
    this.at += 1
  }

  private refuse(what: string): never {
    throw new Unreadable({ kind: 'syntax', what })
  }
}

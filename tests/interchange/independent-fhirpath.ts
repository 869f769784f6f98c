/*
 * What a calculation in FHIRPath answers, run by other means than the product: no shared code. It knows sums
 * and products of answers, rounding and powers; of any other it says nothing.
 */

type Answer = (linkId: string) => number

/** A path to one answer: the innermost linkId names it. */
const PATH =
  /^%resource(?:\.(?:item|answer|descendants\(\)|repeat\(item\)|where\(\s*linkId\s*=\s*'[^']*'\s*\)))*\.value\w*/
const LINK = /where\(\s*linkId\s*=\s*'([^']*)'/g

/** Its results for many answers; undefined when it says more than this runner knows. */
export function fhirPathOutcomes(
  expression: string,
  variables: ReadonlyMap<string, string>,
): readonly string[] | undefined {
  try {
    return Array.from({ length: 12 }, (_, turn) => {
      const answer: Answer = (linkId) =>
        1 + (([...linkId].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) * (turn + 3)) % 97)
      return new Runner(expression, variables, answer).result().toPrecision(9)
    })
  } catch (fault) {
    if (fault instanceof Unknown) return undefined
    throw fault
  }
}

class Unknown extends Error {}

class Runner {
  private rest: string
  private readonly variables: ReadonlyMap<string, string>
  private readonly answer: Answer

  constructor(text: string, variables: ReadonlyMap<string, string>, answer: Answer) {
    this.rest = text.trim()
    this.variables = variables
    this.answer = answer
  }

  result(): number {
    const value = this.sum()
    if (this.rest !== '') throw new Unknown(this.rest)
    return value
  }

  private sum(): number {
    let value = this.product()
    for (;;) {
      if (this.take(/^\+/)) value += this.product()
      else if (this.take(/^-/)) value -= this.product()
      else return value
    }
  }

  private product(): number {
    let value = this.term()
    for (;;) {
      if (this.take(/^\*/)) value *= this.term()
      else if (this.take(/^\//)) value /= this.term()
      else return value
    }
  }

  private term(): number {
    let value = this.primary()
    for (;;) {
      const name = this.take(/^\.(round|power)\(/)
      if (name === undefined) return value
      const by = this.sum()
      this.expect(/^\)/)
      value = name.includes('round') ? Number(value.toFixed(by)) : value ** by
    }
  }

  private primary(): number {
    const number = this.take(/^\d+(?:\.\d+)?/)
    if (number !== undefined) return Number(number)
    const path = this.take(PATH)
    if (path !== undefined) {
      const [, linkId] = [...path.matchAll(LINK)].at(-1) ?? []
      if (linkId === undefined) throw new Unknown(path)
      return this.answer(linkId)
    }
    const name = this.take(/^%\w+/)?.slice(1)
    if (name !== undefined) {
      const text = this.variables.get(name)
      if (text === undefined) throw new Unknown(name)
      return new Runner(text, this.variables, this.answer).result()
    }
    this.expect(/^\(/)
    const value = this.sum()
    this.expect(/^\)/)
    return value
  }

  private take(sign: RegExp): string | undefined {
    const [found] = sign.exec(this.rest) ?? []
    if (found !== undefined) this.rest = this.rest.slice(found.length).trim()
    return found
  }

  private expect(sign: RegExp): void {
    if (this.take(sign) === undefined) throw new Unknown(this.rest)
  }
}

import ts from 'typescript'

/** One change of a file: where, and what stands there instead. */
export interface Mutant {
  readonly id: number
  readonly file: string
  readonly line: number
  /** What stands there in the product, spaces made one. */
  readonly code: string
  readonly change: string
}

export interface Instrumented {
  readonly text: string
  readonly mutants: readonly Mutant[]
}

const SWAPS: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.PlusToken]: '-',
  [ts.SyntaxKind.MinusToken]: '+',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
  [ts.SyntaxKind.QuestionQuestionToken]: '&&',
}
const METHODS: Record<string, string> = { every: 'some', some: 'every', max: 'min', min: 'max' }

/**
 * Writes every mutant of a file into one text, each behind its number: `globalThis.mutant` chooses
 * which one lives, so that a single process tries them all. Conditions are held true and false,
 * operators swapped, calls made for their effect left out, filters let through, sorts forgotten.
 * What runs once when the file is loaded is left alone.
 */
export function instrument(file: string, source: string, firstId: number): Instrumented {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const mutants: Mutant[] = []

  function add(node: ts.Node, change: string): string {
    const id = firstId + mutants.length
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
    const code = node.getText().replaceAll(/\s+/g, ' ')
    mutants.push({ id, file, line: line + 1, code, change })
    return `globalThis.mutant === ${id}`
  }

  function emit(node: ts.Node, inFunction: boolean): string {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return node.getFullText()
    const inside = inFunction || ts.isFunctionLike(node)
    const text = emitChildren(node, inside)
    return inFunction ? mutate(node, text) : text
  }

  function emitChildren(node: ts.Node, inFunction: boolean): string {
    let text = ''
    let at = node.getFullStart()
    node.forEachChild((child) => {
      text += source.slice(at, child.getFullStart()) + emit(child, inFunction)
      at = child.getEnd()
    })
    return text + source.slice(at, node.getEnd())
  }

  function mutate(node: ts.Node, text: string): string {
    if (ts.isBinaryExpression(node)) {
      const swap = SWAPS[node.operatorToken.kind]
      if (!swap) return text
      const [left, right] = [node.left.getText(), node.right.getText()]
      const test = add(node, `${node.operatorToken.getText()} to ${swap}`)
      return `(${test} ? (${left}) ${swap} (${right}) : ${text})`
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      return `(${add(node, 'no !')} ? (${node.operand.getText()}) : ${text})`
    }
    if (isCondition(node)) {
      const [yes, no] = [add(node, 'held true'), add(node, 'held false')]
      return `(${yes} ? true : ${no} ? false : ${text})`
    }
    if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
      return ` (${add(node, 'the other boolean')} ? !${node.getText()} : ${node.getText()})`
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { name, expression } = node.expression
      const swap = Object.hasOwn(METHODS, name.text) ? METHODS[name.text] : undefined
      const passed = node.arguments.map((argument) => argument.getText()).join(', ')
      const target = expression.getText()
      if (swap)
        return `(${add(node, `${name.text} to ${swap}`)} ? ${target}.${swap}(${passed}) : ${text})`
      if (['filter', 'sort', 'toSorted', 'slice'].includes(name.text)) {
        return `(${add(node, `no ${name.text}`)} ? ${target} : ${text})`
      }
    }
    if (ts.isExpressionStatement(node)) {
      // A line of its own ends the statement before; braces keep an `else` with its own `if`.
      return `\n${ts.isBlock(node.parent) ? '' : '{'}if (!(${add(node, 'left out')})) {${text}}${ts.isBlock(node.parent) ? '\n' : '}'}`
    }
    return text
  }

  // A process that tries one mutant only is told which by its environment.
  const told = 'globalThis.mutant ??= Number(globalThis.process?.env.MUTANT ?? 0);'
  return { text: told + emit(tree, false) + source.slice(tree.endOfFileToken.getEnd()), mutants }
}

/** What an `if` or a `? :` asks, unless the operator that makes it is already mutated. */
function isCondition(node: ts.Node): boolean {
  const { parent } = node
  const isTest =
    (ts.isIfStatement(parent) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node)
  return isTest && ts.isExpression(node)
}

import { Parser } from 'saxen'

export interface XmlVisitor {
  readonly open?: (name: string, attributes: () => Record<string, string>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** A sheet nests a dozen elements at most; a million inside each other are there to fill the memory. */
const DEEPEST = 64

/** Walks XML from end to end, names without their prefix; ill-made XML is walked as far as it goes. */
export function walkXml(xml: string, { open, close, text }: XmlVisitor): void {
  const parser = new Parser()
  let depth = 0
  parser.on('openTag', (name, attributes, decode) => {
    depth += 1
    if (depth > DEEPEST) {
      parser.stop()
      return
    }
    open?.(bare(name), () =>
      Object.fromEntries(
        Object.entries(attributes()).map(([key, value]) => [key, decode(String(value))]),
      ),
    )
  })
  parser.on('closeTag', (name) => {
    depth -= 1
    close?.(bare(name))
  })
  parser.on('text', (raw, decode) => text?.(decode(raw)))
  parser.on('cdata', (raw) => text?.(raw))
  parser.on('warn', () => {})
  parser.on('error', () => parser.stop())
  parser.parse(xml)
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

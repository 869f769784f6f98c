import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const RULE = /\bR-[A-Z]{2,4}-\d+\b/g
const RULES = readFileSync(join(ROOT, 'docs/rules.md'), 'utf8')
/** A row of a table of the page: its number, and the file said to hold it. */
const ROWS = [...RULES.matchAll(/^\| (R-[A-Z]{2,4}-\d+) \|.*\| ([^|]+) \|$/gm)].map(
  ([, rule = '', where = '']) => ({ rule, where }),
)
const CODE = ['src', 'sync-server'].flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(room, file)),
)

describe('docs/rules.md', () => {
  it('holds each rule once', () => {
    const numbers = ROWS.map(({ rule }) => rule)
    expect(numbers.length).toBeGreaterThan(30)
    expect(numbers.filter((rule, at) => numbers.indexOf(rule) !== at)).toEqual([])
  })

  it('holds every rule that the code refers to', () => {
    const cited = CODE.flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(RULE)].map(([rule]) => ({ rule, file })),
    )
    expect(cited.length).toBeGreaterThan(30)
    expect(cited.filter(({ rule }) => !ROWS.some((row) => row.rule === rule))).toEqual([])
  })

  it('names, for each rule, files that exist', () => {
    const named = ROWS.flatMap(({ rule, where }) =>
      [...where.matchAll(/`([^`]+\.ts)`/g)].map(([, file = '']) => ({ rule, file })),
    )
    expect(named.length).toBeGreaterThanOrEqual(ROWS.length)
    const isThere = ({ file }: { file: string }) =>
      existsSync(join(ROOT, 'src/domain', file)) || existsSync(join(ROOT, file))
    expect(named.filter((entry) => !isThere(entry))).toEqual([])
  })
})

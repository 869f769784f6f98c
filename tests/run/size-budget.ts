/*
 * What a person waits for: the JavaScript of the first screen, gzip -9, with all it imports. Read
 * from Vite's own manifest, so that a chunk cannot hide.
 *
 * A page also loads pieces by itself once it is drawn. The officer's are counted in a line of their
 * own: what saves a tap, the first round of sending, and the form of the draft under way, the heaviest
 * of the library. The person does not wait for them, but a poor link carries them all the same. That
 * line has no limit of its own: the forms are content, and a longer grid is not a slower app.
 */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

interface Budget {
  readonly what: string
  readonly entries: readonly string[]
  /** Measured and said, never refused, when absent. */
  readonly kB?: number
}

const OFFICER = ['index.html', 'src/features/tour/routes.tsx']

const BUDGETS: readonly Budget[] = [
  { what: 'officer’s start page', entries: OFFICER, kB: 180 },
  {
    what: 'porteur’s start page',
    entries: ['index.html', 'src/features/dashboard/routes.tsx'],
    kB: 180,
  },
  { what: 'declaration on a ward phone', entries: ['declarer.html'], kB: 120 },
  {
    what: 'all that the officer’s start page loads by itself, sync included',
    entries: [
      ...OFFICER,
      'src/data/writer.ts',
      'src/data/sync/engine.ts',
      'src/domain/form/library/audit-medication.ts',
    ],
  },
]

const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8')) as Record<
  string,
  Chunk
>

let over = false
for (const { what, entries, kB } of BUDGETS) {
  const files = new Set<string>()
  for (const entry of entries) collect(entry, files)
  const bytes = [...files]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length, 0)
  const measured = bytes / 1000
  const isOver = kB !== undefined && measured > kB
  if (isOver) over = true
  const limit = kB === undefined ? 'no limit' : `of ${kB} kB`
  console.log(`${isOver ? 'OVER ' : ''}${what}: ${measured.toFixed(1)} kB gzip, ${limit}`)
}
process.exit(over ? 1 : 0)

function collect(entry: string, files: Set<string>): void {
  const chunk = manifest[entry]
  if (!chunk) throw new Error(`${entry} is not in the build: the budget measures nothing`)
  if (files.has(chunk.file)) return
  files.add(chunk.file)
  for (const imported of chunk.imports ?? []) collect(imported, files)
}

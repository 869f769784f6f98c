// @vitest-environment node
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { ALL_COMMANDS } from '#sync-server/operator/all-commands.ts'
import manifest from '../../package.json' with { type: 'json' }

const FOLDER = 'docs/operations'
const PAGES = [
  'docs/operations.md',
  'README.md',
  ...readdirSync(FOLDER).map((name) => join(FOLDER, name)),
]
const UNITS = readdirSync(FOLDER).filter((name) => /\.(service|timer)$/.test(name))
const BUNDLES = [...manifest.scripts['build:server'].matchAll(/sync-server\/(\S+)\.ts/g)].map(
  ([, name]) => `dist-server/${name}.js`,
)

const read = (path: string) => readFileSync(path, 'utf8')

/** Each command of the operator as a page shows it, with its options. */
function shownCommands(page: string): readonly { name: string; options: readonly string[] }[] {
  const text = read(page)
  return [
    ...text.matchAll(/(?:operator\.js|run (?:--silent )?server --) ([a-z][\w-]*)([^`\n]*)/g),
  ].map(([, name = '', rest = '']) => ({
    name,
    options: [...rest.matchAll(/--([a-z-]+)/g)].map(([, option = '']) => option),
  }))
}

test('every command a page shows exists, with every option it is shown with', () => {
  let shown = 0
  for (const page of PAGES) {
    for (const { name, options } of shownCommands(page)) {
      const command = ALL_COMMANDS.find((known) => known.name === name)
      expect(command, `${page}: ${name}`).toBeDefined()
      for (const option of options) {
        expect(Object.keys(command?.options ?? {}), `${page}: ${name} --${option}`).toContain(
          option,
        )
      }
      shown += 1
    }
  }
  expect(shown).toBeGreaterThan(8)
})

test.each(UNITS)('%s reads as a unit file, and starts a bundle that is built', (name) => {
  const lines = read(join(FOLDER, name)).split('\n')
  let section = ''
  for (const line of lines) {
    if (line === '' || line.startsWith('#')) continue
    section = /^\[(Unit|Service|Timer|Install)\]$/.exec(line)?.[1] ?? section
    if (!line.startsWith('[')) expect(line, name).toMatch(/^[A-Z][A-Za-z]+=.*$/)
    expect(section).not.toBe('')
  }
  const started = lines.flatMap((line) => /^ExecStart=\/usr\/bin\/node (\S+)/.exec(line)?.[1] ?? [])
  expect(started).toHaveLength(name.endsWith('.service') ? 1 : 0)
  for (const bundle of started) expect(BUNDLES).toContain(bundle)
})

test('each timer has the service it wakes', () => {
  for (const name of UNITS.filter((unit) => unit.endsWith('.timer'))) {
    expect(UNITS).toContain(name.replace('.timer', '.service'))
  }
})

test('the container file copies what there is and starts a bundle that is built', () => {
  const text = read(join(FOLDER, 'Containerfile'))
  for (const [, files = ''] of text.matchAll(/^COPY (?!--from)(.+) \.\/?$/gm)) {
    for (const file of files.split(' ')) expect(existsSync(file), file).toBe(true)
  }
  expect(BUNDLES).toContain(/^CMD \["node", "(\S+?)"/m.exec(text)?.[1])
  for (const [, script = ''] of text.matchAll(/npm run (\S+)/g)) {
    expect(Object.keys(manifest.scripts)).toContain(script)
  }
})

test('every page that another links to is there', () => {
  for (const page of ['docs/operations.md', 'docs/scale.md', 'README.md']) {
    for (const [, target = ''] of read(page).matchAll(/\]\(((?!http)[^)#]+)\)/g)) {
      expect(existsSync(join(dirname(page), target)), `${page}: ${target}`).toBe(true)
    }
  }
})

test('what is printed for the box runs where nothing builds any more', () => {
  for (const page of PAGES.filter((path) => path.startsWith(`${FOLDER}/`) && path.endsWith('.md')))
    expect(read(page), page).not.toMatch(/npm (run|start)/)
})

// @vitest-environment node
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

/*
 * ADR 001: the gates are trusted only because a planted fault turns them red. Each case lays out a
 * small house with one fault in it and runs the project's own configuration over it.
 */
const project = resolve(import.meta.dirname, '../..')
let house: string

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'escale-house-'))
  for (const file of ['package.json', 'tsconfig.json', 'biome.json', '.dependency-cruiser.js']) {
    cpSync(join(project, file), join(house, file))
  }
  mkdirSync(join(house, 'tests/run'), { recursive: true })
  mkdirSync(join(house, 'sync-server'))
  cpSync(
    join(project, 'tests/run/import-directions.ts'),
    join(house, 'tests/run/import-directions.ts'),
  )
  symlinkSync(join(project, 'node_modules'), join(house, 'node_modules'))
  spawnSync('git', ['init', '-q'], { cwd: house })
})

afterEach(() => rmSync(house, { recursive: true, force: true }))

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), text)
}

function run(script: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, script, {
    cwd: house,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status, output: stdout + stderr }
}

const directions = (least = '1') =>
  run(['node_modules/tsx/dist/cli.mjs', 'tests/run/import-directions.ts'], { LEAST_MODULES: least })
const lint = () => run(['node_modules/@biomejs/biome/bin/biome', 'check', 'src'])

test('a house in order passes both gates', () => {
  plant('src/domain/one.ts', 'export const one = 1\n')
  plant(
    'src/features/a/screen.ts',
    "import { one } from '#domain/one.ts'\n\nexport const two = one + one\n",
  )
  const { status, output } = directions()
  expect(output).toContain('0 forbidden imports')
  expect(status).toBe(0)
  expect(lint().status).toBe(0)
})

test('a cycle turns the gate red', () => {
  plant('src/domain/a.ts', "import { b } from './b.ts'\n\nexport const a = () => b\n")
  plant('src/domain/b.ts', "import { a } from './a.ts'\n\nexport const b = () => a\n")
  const { status, output } = directions()
  expect(output).toContain('no-cycles')
  expect(status).toBe(1)
})

test('a feature that imports a feature turns the gate red', () => {
  plant('src/features/a/screen.ts', 'export const a = 1\n')
  plant(
    'src/features/b/screen.ts',
    "import { a } from '#features/a/screen.ts'\n\nexport const b = a\n",
  )
  const { status, output } = directions()
  expect(output).toContain('no-feature-but-mine')
  expect(status).toBe(1)
})

test('a screen that imports the driver turns the gate red', () => {
  plant('src/features/a/screen.ts', "import { Dexie } from 'dexie'\n\nexport const a = Dexie\n")
  const { status, output } = directions()
  expect(output).toContain('no-driver-on-screen')
  expect(status).toBe(1)
})

test('a floating promise turns the gate red', () => {
  plant(
    'src/features/a/save.ts',
    'async function save(): Promise<void> {}\n\nexport function onTap(): void {\n  save()\n}\n',
  )
  const { status, output } = lint()
  expect(output).toContain('noFloatingPromises')
  expect(status).toBe(1)
})

test('a run that reads no module fails', () => {
  plant('src/.keep', '')
  const { status, output } = directions('100')
  expect(output).toMatch(/Only \d+ modules? were read/)
  expect(status).toBe(1)
})

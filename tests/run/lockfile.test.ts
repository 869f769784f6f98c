// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Lock {
  packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>
}

const { packages }: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))

test('every binary of every platform is in the lock, so that npm ci works elsewhere', () => {
  const present = new Set(
    Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')),
  )
  const missing = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter((name) => !present.has(name)),
  )
  expect(missing).toEqual([])
})

test('the lock holds no address', () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([])
})

test('versions are exact: the same tree everywhere', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Record<string, string>>
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) =>
    /[\^*x>]/.test(version),
  )
  expect(loose).toEqual([])
})

// @vitest-environment node
import { expect, test } from 'vitest'
import type { Command } from '#sync-server/operator/command.ts'
import { CommandRefusal } from '#sync-server/operator/command.ts'
import { runInTerminal } from '#tests/support/operator.ts'

const greet: Command = {
  name: 'saluer',
  help: 'dit bonjour',
  options: {
    nom: { type: 'string', multiple: true, value: 'NOM', help: 'à qui' },
    fort: { type: 'boolean', help: 'en capitales' },
  },
  async run({ options, terminal }) {
    const words = `bonjour ${options.texts('nom').join(' et ')}`
    terminal.say(options.flag('fort') ? words.toUpperCase() : words)
    return 0
  },
}

const refuse: Command = {
  name: 'refuser',
  help: 'dit non',
  options: {},
  run: () => Promise.reject(new CommandRefusal('Ce n’est pas possible ici.')),
}

const fill: Command = {
  name: 'remplir',
  help: 'remplit le disque',
  options: {},
  run: () => Promise.reject(Object.assign(new Error('write'), { code: 'ENOSPC' })),
}

const run = (...typed: string[]) => runInTerminal(typed, { commands: [greet, refuse, fill] })

test('a command gets its options, those given twice included', async () => {
  const { code, out } = await run('saluer', '--nom', 'Ana', '--nom', 'Léo', '--fort')
  expect({ code, out }).toEqual({ code: 0, out: ['BONJOUR ANA ET LÉO'] })
})

test('without a command, or with help, the list is shown', async () => {
  const { code, out } = await run()
  expect(code).toBe(0)
  expect(out.join('\n')).toMatch(/saluer +dit bonjour/)
  expect(await run('help')).toEqual(await run())
})

test('help of a command shows its options', async () => {
  const { out } = await run('help', 'saluer')
  expect(out.join('\n')).toMatch(/--nom NOM +à qui/)
})

test.each([
  ['an unknown command', ['danser'], /« danser » n’existe pas/],
  ['an unknown option', ['saluer', '--bas'], /option est inconnue.*« help saluer »/],
  ['an option without its value', ['saluer', '--nom'], /valeur attendue/],
  ['a word too many', ['saluer', 'Ana'], /mot est de trop/],
])('%s is one clear sentence and exit 2', async (_, typed, sentence) => {
  const { code, out, warned } = await run(...typed)
  expect(code).toBe(2)
  expect(out).toEqual([])
  expect(warned).toHaveLength(1)
  expect(warned[0]).toMatch(sentence)
})

test('a refusal is its sentence, and a full disk names itself, both with exit 1', async () => {
  expect(await run('refuser')).toMatchObject({ code: 1, warned: ['Ce n’est pas possible ici.'] })
  const full = await run('remplir')
  expect(full.code).toBe(1)
  expect(full.warned.join()).toMatch(/espace manque sur le disque/)
})

test('restoring says how, when the data are in PostgreSQL', async () => {
  const typed = ['restore', '--from', 'x', '--identity', 'y']
  const { code, warned } = await runInTerminal(typed, { databaseUrl: 'postgres://secret@nowhere' })
  expect(code).toBe(1)
  expect(warned.join()).toMatch(/PostgreSQL.*migrate-store/)
  expect(warned.join()).not.toContain('secret')
})

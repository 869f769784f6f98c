// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DeclareApp } from '#declare/declare-app.tsx'
import { startTexts } from '#declare/use-texts.ts'
import { buildWorld, everythingKept, TOKEN } from './phone-world.ts'

beforeEach(async () => {
  localStorage.clear()
  await startTexts()
  vi.stubGlobal('scrollTo', () => undefined)
})
afterEach(cleanup)

type World = Awaited<ReturnType<typeof buildWorld>>

async function openPage(world: World, scanned = TOKEN) {
  const taps = { count: 0 }
  const user = userEvent.setup()
  const phone = await world.startPhone()
  const page = render(<DeclareApp phone={phone} scanned={scanned} />)
  await screen.findByRole('heading', { level: 1 })
  const tap = async (element: HTMLElement) => {
    taps.count += 1
    await user.click(element)
  }
  return {
    taps,
    user,
    page,
    phone,
    press: async (name: RegExp) => tap(await screen.findByRole('button', { name })),
    choose: async (name: RegExp) => tap(await screen.findByRole('radio', { name })),
  }
}

async function declareTo(page: Awaited<ReturnType<typeof openPage>>, who: RegExp) {
  await page.press(/Non, je déclare/)
  await page.press(/Chute/)
  await page.choose(/Des soins en plus/)
  await page.press(/Continuer/)
  await page.press(/Sol mouillé/)
  await page.press(/Continuer/)
  await page.choose(who)
}

function codeOnScreen(): string {
  const area = screen.getByRole('region', { name: 'Votre code pour lire la réponse' })
  return (area.textContent ?? '').replace(/\D/g, '')
}

test('an event is declared in at most twelve taps, with no typing and no network', async () => {
  const world = await buildWorld()
  await openPage(world) // the first visit knows the wall
  cleanup()
  world.server.isUp = false

  const page = await openPage(world)
  await declareTo(page, /Personne/)
  await page.press(/Envoyer/)
  await screen.findByText(/Gardé sur ce téléphone/)
  expect(codeOnScreen()).toMatch(/^\d{16}$/)
  await page.press(/J’ai noté mon code/)
  await screen.findByText(/1 enveloppe fermée attend le réseau/)
  expect(page.taps.count).toBeLessThanOrEqual(12)
  expect(world.server.envelopes.size).toBe(0)
})

test('the envelope opens with the home’s key, and carries no hour nor name when anonymous', async () => {
  const world = await buildWorld()
  const page = await openPage(world)
  await declareTo(page, /Le référent seul/)
  await page.user.type(await screen.findByLabelText(/Votre nom/), 'Jeanne')
  await page.choose(/Personne/) // she changes her mind after typing
  await page.press(/Envoyer/)
  await screen.findByText('Reçu par le serveur.')

  const [envelope] = [...world.server.envelopes.values()]
  if (!envelope) throw new Error('nothing was deposited')
  const opened = await world.open(envelope)
  expect(opened).toEqual({
    form: 'declare-event',
    formVersion: 1,
    answers: { family: 'fall', gravity: 'extra-care', details: ['fall-wet-floor'] },
    identity: 'anonymous',
    occurredOn: '2026-11-24', // 21:40 in Guadeloupe, already the 25th in London
    receipt: codeOnScreen(),
  })
  expect(envelope.id).toMatch(/^[0-9a-f-]{14}4/)
  await expect(world.open(envelope, 'another-id')).rejects.toThrow()
})

test('a name given to the quality lead travels in the envelope, with the hour', async () => {
  const world = await buildWorld()
  const page = await openPage(world)
  await declareTo(page, /Le référent seul/)
  await page.user.type(await screen.findByLabelText(/Votre nom/), 'Jeanne')
  await page.press(/Envoyer/)
  await screen.findByText('Reçu par le serveur.')
  const [envelope] = [...world.server.envelopes.values()]
  if (!envelope) throw new Error('nothing was deposited')
  expect(await world.open(envelope)).toMatchObject({
    identity: 'confidential',
    declarant: { name: 'Jeanne', contact: '' },
    occurredAt: '21:40',
  })
})

test('nothing is preselected, and nothing is sent before a choice', async () => {
  const world = await buildWorld()
  const page = await openPage(world)
  await declareTo(page, /Personne/)
  cleanup()
  const other = await openPage(await buildWorld())
  await other.press(/Non, je déclare/)
  await other.press(/Médicament/)
  expect(screen.getByRole('button', { name: /Continuer/ })).toHaveProperty('disabled', true)
  await other.choose(/Évité de justesse/)
  await other.press(/Continuer/)
  await other.press(/Continuer/)
  for (const radio of screen.getAllByRole('radio')) expect(radio).toHaveProperty('checked', false)
  expect(screen.getByRole('button', { name: /Envoyer/ })).toHaveProperty('disabled', true)
})

test('after sending nothing readable is left on the phone, not even the code', async () => {
  const world = await buildWorld()
  await openPage(world)
  cleanup()
  world.server.isUp = false
  const page = await openPage(world)
  await page.press(/Non, je déclare/)
  await page.press(/Chute/)
  await page.choose(/Des soins en plus/)
  await page.press(/Continuer/)
  await page.user.type(screen.getByRole('textbox'), 'Trouvée près du lit')
  await waitFor(async () => {
    const draft = await page.phone.store.draft(world.clock.now)
    expect(draft?.answers.facts).toBe('Trouvée près du lit')
  })
  expect(await everythingKept(world.storeName)).not.toContain('Trouvée')
  await page.press(/Continuer/)
  await page.choose(/Personne/)
  await page.press(/Envoyer/)
  await screen.findByText(/Gardé sur ce téléphone/)

  const kept = await everythingKept(world.storeName)
  const envelopes = await page.phone.store.waiting()
  expect(envelopes).toHaveLength(1)
  for (const word of ['Trouvée', 'extra-care', 'anonymous', '2026-11', '21:40', codeOnScreen()]) {
    expect(kept).not.toContain(word)
  }
})

test('a draft survives a crash, is named and dated, and resumes where it stood', async () => {
  const world = await buildWorld()
  const page = await openPage(world)
  await page.press(/Non, je déclare/)
  await page.press(/Chute/)
  await page.choose(/C’est grave/)
  await waitFor(async () => {
    const draft = await page.phone.store.draft(world.clock.now)
    expect(draft?.answers.gravity).toBe('serious')
  })
  cleanup()

  const after = await openPage(world)
  const left = await screen.findByRole('region', { name: 'Une déclaration n’est pas finie' })
  expect(left.textContent).toMatch(/«\sChute\s», commencée à 21:40/)
  await after.press(/Reprendre/)
  expect(screen.getByRole('radio', { name: /C’est grave/ })).toHaveProperty('checked', true)
})

test('a draft older than thirty minutes is erased, not shown', async () => {
  const world = await buildWorld()
  const page = await openPage(world)
  await page.press(/Non, je déclare/)
  await page.press(/Chute/)
  await waitFor(async () => {
    expect((await page.phone.store.draft(world.clock.now))?.answers.family).toBe('fall')
  })
  cleanup()
  world.clock.now += 31 * 60_000
  await openPage(world)
  expect(screen.queryByText(/n’est pas finie/)).toBeNull()
  expect(await page.phone.store.draft(world.clock.now)).toBeUndefined()
})

test('« Oui » shows who to call in one tap, the ambulance first', async () => {
  const page = await openPage(await buildWorld())
  await page.press(/^Oui/)
  const links = within(screen.getByRole('list')).getAllByRole('link')
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    'tel:15',
    'tel:4112',
    'tel:17',
    'tel:112',
  ])
})

test('a name in the sentence is pointed at and replaced in one tap', async () => {
  const page = await openPage(await buildWorld())
  await page.press(/Non, je déclare/)
  await page.press(/Chute/)
  await page.choose(/Une gêne/)
  await page.press(/Continuer/)
  await page.user.type(screen.getByRole('textbox'), 'Vue par Mme Bernard au lit')
  await page.press(/Remplacer par «\sune collègue\s»/)
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'Vue par une collègue au lit')
})

test('chips of a family left aside are not sent', async () => {
  const world = await buildWorld()
  const page = await openPage(world)
  await declareTo(page, /Personne/)
  for (const _ of ['you', 'details', 'gravity']) await page.press(/Retour/)
  await page.press(/Médicament/)
  await page.press(/Continuer/)
  await page.press(/Continuer/)
  await page.press(/Envoyer/)
  await screen.findByText('Reçu par le serveur.')
  const [envelope] = [...world.server.envelopes.values()]
  if (!envelope) throw new Error('nothing was deposited')
  expect((await world.open(envelope)).answers).toEqual({
    family: 'medication',
    gravity: 'extra-care',
  })
})

test('a first visit without network says that it is needed once', async () => {
  const world = await buildWorld()
  world.server.isUp = false
  await openPage(world)
  expect(screen.getByText(/il faut le réseau une fois/)).toBeDefined()
})

test('with no token the last wall of this phone is used; with none ever, the poster is asked for', async () => {
  const world = await buildWorld()
  await openPage(world, '')
  expect(screen.getByText(/ne sait pas encore où vous êtes/)).toBeDefined()
  cleanup()
  await openPage(world)
  cleanup()
  await openPage(world, '')
  expect(await screen.findByText('Les Acomats, unité Alamanda')).toBeDefined()
})

test('the answer is read with the code, online only, and an unknown code says so', async () => {
  const world = await buildWorld()
  const page = await openPage(world)
  await page.press(/J’ai un code/)
  await page.user.type(await screen.findByRole('textbox'), '1234')
  await page.press(/^Lire$/)
  expect(screen.getByText(/Il en manque 12/)).toBeDefined()
  await page.user.type(screen.getByRole('textbox'), '567890123456')
  await page.press(/^Lire$/)
  expect(await screen.findByText(/La personne va bien/)).toBeDefined()
  const code = screen.getByRole('textbox', { name: /Votre code/ })
  await page.user.clear(code)
  await page.user.type(code, '0000 0000 0000 0000')
  await page.press(/^Lire$/)
  expect(await screen.findByText(/Ce code n’est pas connu/)).toBeDefined()
  world.server.isUp = false
  await page.press(/^Lire$/)
  expect(await screen.findByText(/Le serveur ne répond pas/)).toBeDefined()
})

test('the author answers a question and adds facts, sealed like a declaration, even offline', async () => {
  const world = await buildWorld()
  const page = await openPage(world)
  await page.press(/J’ai un code/)
  await page.user.type(await screen.findByRole('textbox'), '1234567890123456')
  await page.press(/^Lire$/)
  expect(await screen.findByText(/La sonnette marchait-elle/)).toBeDefined()
  await page.user.type(screen.getByRole('textbox', { name: 'Votre réponse' }), 'Non, trop loin.')
  const dialogue = screen.getByRole('region', { name: 'Questions et ajouts' })
  await page.user.click(within(dialogue).getByRole('button', { name: 'Envoyer' }))
  expect(await screen.findByText(/Reçu par le serveur/)).toBeDefined()

  world.server.isUp = false
  await page.user.type(screen.getByRole('textbox', { name: 'Ajouter des faits' }), 'Sol sec.')
  const adding = screen.getByRole('region', { name: 'Ajouter des faits' })
  await page.user.click(within(adding).getByRole('button', { name: 'Envoyer' }))
  expect(await screen.findByText(/Vos mots attendent l’envoi/)).toBeDefined()
  const kept = await everythingKept(world.storeName)
  for (const word of ['trop loin', 'Sol sec', '1234567890123456']) expect(kept).not.toContain(word)

  world.server.isUp = true
  await page.phone.outbox.send()
  const added = await Promise.all([...world.server.envelopes.values()].map(world.openAddition))
  const receipt = '1234567890123456'
  expect(added).toContainEqual({ receipt, words: 'Non, trop loin.', question: 'Q1' })
  expect(added).toContainEqual({ receipt, words: 'Sol sec.' })
})

test('the language changes in one tap and stays', async () => {
  const world = await buildWorld()
  const page = await openPage(world)
  await page.press(/English/)
  await screen.findByRole('heading', { level: 1, name: 'Is someone in danger, right now?' })
  expect(localStorage.getItem('escale.language')).toBe('en')
})

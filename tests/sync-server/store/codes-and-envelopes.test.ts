// @vitest-environment node
import { afterEach, beforeEach, expect, test } from 'vitest'
import { personId, recordId } from '#domain/shared/ids.ts'
import { foundStore, HOME } from '#tests/builders/build-stored.ts'
import { openTestStore, type TestStore } from '#tests/support/test-store.ts'

const PERSON = personId('person')
const NOW = Date.parse('2026-11-24T13:00:00Z')

let opened: TestStore

beforeEach(async () => {
  opened = await openTestStore()
  await foundStore(opened.store, [])
  await opened.store.write(({ directory }) =>
    directory.addPerson({
      id: PERSON,
      dispositif: HOME.dispositif,
      name: 'Camille',
      role: 'officer',
      sites: [HOME.id],
      createdAt: NOW,
    }),
  )
})

afterEach(() => opened.remove())

test('of fifty devices that use one invitation at once, one is answered', async () => {
  const { store } = opened
  await store.write(({ directory }) =>
    directory.addInvitation({ hash: 'code', person: PERSON, expiresAt: NOW + 1_000 }),
  )
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      store.write(({ directory }) => directory.useInvitation('code', NOW)),
    ),
  )
  expect(answers.filter((person) => person !== undefined)).toEqual([PERSON])
})

test('an invitation that has expired answers nobody', async () => {
  const { store } = opened
  await store.write(({ directory }) =>
    directory.addInvitation({ hash: 'code', person: PERSON, expiresAt: NOW }),
  )
  expect(await store.write(({ directory }) => directory.useInvitation('code', NOW))).toBeUndefined()
})

test('of ten copies of an envelope filed at once, one is filed and the others learn its day', async () => {
  const { store } = opened
  let filed = 0
  const days = await Promise.all(
    Array.from({ length: 10 }, () =>
      store.write(async ({ intake }) => {
        const before = await intake.filedOn('envelope')
        if (before) return before
        await intake.markFiled('envelope', '2026-11-24')
        await intake.addReceipt({ hash: `receipt`, site: HOME.id, event: recordId('event') })
        return '2026-11-24'
      }),
    ),
  )
  filed += (await store.read(({ intake }) => intake.eventOfReceipt('receipt', HOME.id))) ? 1 : 0
  expect(new Set(days)).toEqual(new Set(['2026-11-24']))
  expect(filed).toBe(1)
})

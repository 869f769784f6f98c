import { expect, it } from 'vitest'
import { composeOp } from '#data/author.ts'
import { recordId } from '#domain/shared/ids.ts'
import { hlcAt } from '#protocol/hlc.ts'
import { buildLocalState, DEVICE } from '#tests/builders/build-sync.ts'
import { HOME_1, openTestWorkspace } from '#tests/support/workspace.ts'

it('an operation is numbered after the last, and stamped by the clock as the server corrected it', async () => {
  const { profile } = await openTestWorkspace()
  const intent = {
    kind: 'create',
    id: recordId('r1'),
    type: 'audit',
    scope: HOME_1,
    fields: {},
  } as const
  const state = buildLocalState({ declared: 7, sync: { offsetMs: 3_600_000 } })
  const op = await composeOp(intent, profile, state, 10_000_000)
  expect(op).toMatchObject({ id: `${DEVICE}:8`, h: hlcAt(13_600_000), wall: 10_000_000 })
})

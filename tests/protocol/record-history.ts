import fc from 'fast-check'
import { deviceId, personId, recordId, siteId } from '#domain/shared/ids.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { hlcAt } from '#protocol/hlc.ts'
import { applyOp, type RecordState } from '#protocol/merge.ts'
import { type Op, opId } from '#protocol/op.ts'

export const BUCKET = bucketId(siteId('home'), 'quality')

const write = fc.record({
  device: fc.constantFrom('a', 'b', 'c'),
  fields: fc.dictionary(fc.constantFrom('status', 'note', '12', 'answers.C1'), fc.jsonValue(), {
    minKeys: 1,
  }),
  isBlind: fc.boolean(),
  isDelete: fc.boolean(),
})

/** One record after each of some writes: values replaced, disputed, deleted and taken up again. */
export const history: fc.Arbitrary<readonly RecordState[]> = fc
  .array(write, { minLength: 1, maxLength: 12 })
  .map((writes) => {
    const states: RecordState[] = []
    for (const [index, one] of writes.entries()) {
      const state = states.at(-1)
      const op = {
        id: opId(deviceId(one.device), index + 1),
        rec: recordId('rec'),
        type: 'audit',
        bucket: BUCKET,
        kind: one.isDelete ? 'delete' : 'set',
        f: Object.fromEntries(
          Object.entries(one.isDelete ? {} : one.fields).map(([name, v]) => {
            const seen = one.isBlind ? undefined : state?.f[name]
            // A status and words say what their author had in front of them.
            const was = seen && name !== '12' && { was: seen.v }
            return [name, { v, base: seen?.op ?? null, ...was }]
          }),
        ),
        ...(one.isDelete && state && { closes: [state.last] }),
        sv: 1,
        actor: personId('camille'),
        h: hlcAt(1_000 + index),
        wall: 1_000 + index,
        tz: 0,
        hash: '',
      } as unknown as Op
      states.push(applyOp(state, op).record)
    }
    return states
  })

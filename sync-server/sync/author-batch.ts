import { RECORD_CLASSES } from '#domain/record-types.ts'
import type { DeviceId, DispositifId, PersonId } from '#domain/shared/ids.ts'
import { deviceId } from '#domain/shared/ids.ts'
import type { Json } from '#domain/shared/json.ts'
import { bucketId } from '#domain/site/bucket.ts'
import { deletionCloses, fieldWrites } from '#protocol/field-write.ts'
import { canonicalJson, hashOp } from '#protocol/hash-op.ts'
import { hlcAt } from '#protocol/hlc.ts'
import type { RecordState } from '#protocol/merge.ts'
import { type Op, opId, SCHEMA_VERSION } from '#protocol/op.ts'
import { sha256 } from '../sha256.ts'
import type { StoredDevice } from '../store/directory.ts'
import type { Session } from '../store/store.ts'
import type { Author, AuthoredWrite } from './authored-write.ts'
import { createBatch } from './batch.ts'
import { drawNumber, unnumberedDevice } from './mingle.ts'

/** The server's own device of a dispositif: it numbers its operations as any other. */
export function serverDevice(dispositif: DispositifId): DeviceId {
  return deviceId(`server:${dispositif}`)
}

/**
 * Writes as the server inside the caller's transaction, through the same append path as a device:
 * numbered, logged, merged and projected, so that the state stays the replay of the log. The class
 * of bucket follows from the type; writes are applied in the order given.
 */
export async function authorBatch(
  session: Session,
  author: Author,
  writes: readonly AuthoredWrite[],
): Promise<void> {
  const device = await ownDevice(session, author, writes[0]?.at ?? 0)
  const batch = createBatch(session, device)
  await batch.hold(
    writes.map(({ id, type, kind, fields }) => {
      return { rec: id, type, kind: kind === 'delete' ? 'delete' : 'create', f: fields }
    }),
  )
  let n = device.lastN
  for (const write of writes) {
    n = author.hidden ? drawNumber() : n + 1
    const op = await writtenOp(device, n, author.person, write, await batch.state(write.id))
    const body = canonicalJson(op as unknown as Json)
    const digest = sha256(body)
    await batch.apply({ n, body, digest }, op, write.at)
  }
  await batch.commit(author.hidden ? { lastN: 0, declaredN: 0 } : { lastN: n, declaredN: n })
}

async function ownDevice(
  session: Session,
  { dispositif, hidden }: Author,
  at: number,
): Promise<StoredDevice> {
  const id = hidden ? unnumberedDevice(dispositif) : serverDevice(dispositif)
  const known = await session.directory.holdDevice(id)
  if (known) return known
  await session.directory.addDevice({
    id,
    dispositif,
    person: undefined,
    label: 'Serveur',
    createdAt: at,
  })
  const made = await session.directory.device(id)
  if (!made) throw new Error(`The device ${id} was not kept`)
  return made
}

function writtenOp(
  device: StoredDevice,
  n: number,
  person: PersonId,
  write: AuthoredWrite,
  state: RecordState | undefined,
): Promise<Op> {
  return hashOp({
    id: opId(device.id, n),
    rec: write.id,
    type: write.type,
    bucket: bucketId(write.scope, RECORD_CLASSES[write.type]),
    kind: write.kind === 'delete' ? 'delete' : state ? 'set' : 'create',
    ...(write.kind === 'delete'
      ? { f: {}, ...(state && { closes: deletionCloses(state) }) }
      : fieldWrites(write.type, write.fields, state)),
    sv: SCHEMA_VERSION,
    actor: write.person ?? person,
    h: hlcAt(write.at),
    wall: write.at,
    tz: 0,
  })
}

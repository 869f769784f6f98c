import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDice, type Dice } from '#sync-server/demo/dice.ts'
import { openKyselyReader } from '#sync-server/store/kysely/kysely-store.ts'
import { type Pusher, startPusher } from '#tests/support/push-over-http.ts'
import { removeBundle, startServer } from '#tests/support/server-process.ts'
import { type Fault, must } from './fault.ts'
import { checkFolder } from './t03-killed-server.ts'
import {
  canBeReadOnly,
  canFail,
  countStruck,
  type DiskError,
  failing,
  readOnly,
} from './world/failing-disk.ts'

/** Leaves the write-ahead log room for a few pushes at most. */
const ROOM_KB = [40, 400] as const
/** Pushes after which an error that struck nothing, or that the engine could do without, is let go. */
const PUSHES = 12
/** Calls of each kind that a start and some pushes make, seen from afar. */
const CALLS: Readonly<Record<DiskError, number>> = {
  write: 200,
  flush: 12,
  read: 80,
  'turned-read-only': 200,
}

/** A log that grows makes each check of it longer. */
const CASES_BY_FOLDER = 12

const KINDS = ['no-room', 'write', 'flush', 'read', 'turned-read-only', 'starts-read-only'] as const
type Kind = (typeof KINDS)[number]

interface Bench {
  readonly folder: string
  /** Of the server, in that folder. */
  readonly data: string
  readonly trace: string
  readonly pusher: Pusher
}

/**
 * The disk of a server goes wrong in the middle of a push: it is full, a call is answered by an error of
 * the disk, once or from then on, or it can no longer be written. What meets it is refused by a status,
 * never acknowledged; the server goes on, or ends and starts again; nothing is lost nor half there.
 */
export const failingDisk: Fault = {
  id: 'T20',
  title: 'the server’s disk full, in error or read-only in the middle of a push',
  onFile: true,
  unit: 'refused calls',
  perCommit: process.platform === 'win32' ? 0 : 6,
  async open() {
    const kinds = new Map<Kind, number>(KINDS.map((kind) => [kind, 0]))
    const isPossible = possibleKinds(tmpdir())
    let bench: Bench | undefined
    let cases = 0

    async function retire(): Promise<void> {
      await bench?.pusher.server.kill()
      if (bench) await rm(bench.folder, { recursive: true, force: true })
      bench = undefined
    }

    return {
      kinds,
      async run(seed) {
        const kind = KINDS[seed % KINDS.length] ?? 'no-room'
        if (!isPossible(kind)) return 0
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
        if (cases++ % CASES_BY_FOLDER === 0) await retire()
        bench ??= await createBench()
        try {
          return await playCase(bench, kind, createDice(seed))
        } catch (error) {
          // What a broken case leaves would break the next ones.
          await retire()
          throw error
        }
      },
      async close() {
        await retire()
        await removeBundle()
      },
    }
  },
}

async function createBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'escale-disk-'))
  const data = join(folder, 'data')
  const pusher = await startPusher({ dataDir: data })
  await pusher.server.stop()
  return { folder, data, trace: join(folder, 'trace'), pusher }
}

async function playCase(bench: Bench, kind: Kind, dice: Dice): Promise<number> {
  const { data, pusher } = bench
  const refused = await meet(kind, bench, dice)
  await checkSound(bench, pusher.acknowledged())
  pusher.server = await startServer({ dataDir: data, empty: true })
  must((await pusher.pushUntilCut(2)) === 200, 'on a disk well again, a push is refused')
  must((await pusher.server.stop()) === 0, 'on a disk well again, the server did not end well')
  await checkSound(bench, pusher.written.length)
  return refused
}

function possibleKinds(folder: string): (kind: Kind) => boolean {
  const [errors, mounts] = [canFail(), canBeReadOnly(folder)]
  return (kind) => kind === 'no-room' || (kind === 'starts-read-only' ? mounts : errors)
}

/** Ends with no server on the folder; gives how many calls of it were refused. */
function meet(kind: Kind, bench: Bench, dice: Dice): Promise<number> {
  if (kind === 'no-room') return meetNoRoom(bench, dice)
  if (kind === 'starts-read-only') return meetReadOnlyStart(bench)
  return meetError(kind, bench, dice)
}

async function meetNoRoom({ data, pusher }: Bench, dice: Dice): Promise<number> {
  const { size } = await stat(join(data, 'escale.sqlite'))
  // The bound is over the data file, so that the log beside it meets its own first.
  const limitKb = Math.ceil(size / 1_024) + dice.between(...ROOM_KB)
  // The signal of a file too large is ignored, so that the write fails as on a full disk.
  const under = ['bash', '-c', `trap '' XFSZ; ulimit -f ${limitKb}; exec "$@"`, 'bash']
  pusher.server = await startServer({ dataDir: data, empty: true, under })
  const status = await pusher.pushUntilCut()
  must(status === 500 || status === 507, `a full disk was answered ${status}`)
  await pusher.server.kill()
  return 1
}

async function meetReadOnlyStart({ data }: Bench): Promise<number> {
  await expectRefusedStart(
    startServer({ dataDir: data, empty: true, under: readOnly(data) }),
    /ne peut pas être écrit/,
  )
  return 1
}

async function meetError(error: DiskError, { data, trace, pusher }: Bench, dice: Dice) {
  const lasting = error === 'turned-read-only' || dice.chance(0.4)
  const at = dice.between(1, CALLS[error])
  const under = failing(data, trace, { error, at, lasting })
  const starting = startServer({ dataDir: data, empty: true, under })
  const server = await starting.catch(() => undefined)
  if (!server) {
    // Of a table of contents it cannot read, the engine itself says that it is damaged.
    await expectRefusedStart(starting, /a refusé une lecture ou une écriture|est abîmé/)
    return countStruck(trace)
  }
  pusher.server = server
  const status = await pusher.pushUntilCut(PUSHES)
  const struck = await countStruck(trace)
  const isRefused = status === 500 || status === 507
  must(isRefused || status === 200, `an error of the disk was answered ${status}`)
  must(struck > 0 || status === 200, `refused ${status} before anything befell the disk`)
  if (isRefused && !lasting) {
    must((await pusher.pushUntilCut(2)) === 200, 'one error of the disk, and no push goes on')
  }
  if (dice.chance(0.5)) await server.kill()
  else await server.stop()
  return struck
}

async function expectRefusedStart(starting: Promise<unknown>, sentence: RegExp): Promise<void> {
  const refusal = await starting.then(() => 'it started', String)
  must(/ended with 1: /.test(refusal), `a bad disk ended a start so: ${refusal}`)
  must(sentence.test(refusal), `a bad disk was told so: ${refusal}`)
}

async function checkSound({ data, pusher }: Bench, acknowledged: number): Promise<void> {
  await checkFolder(data, pusher, acknowledged)
  const reader = await openKyselyReader(join(data, 'escale.sqlite'))
  const faults = reader.integrityFaults()
  await reader.close()
  must(faults.length === 0, `the data file is damaged: ${faults.join()}`)
}

/*
 * `npm run anonymity`: the proof of `anonymity.test.ts` proved. Each thing that hides an anonymous
 * author is taken away on purpose in a copy of the product, one line at a time; the test must then be
 * red. One that stays green is a failure: what it hides is not looked for.
 */
import { spawnSync } from 'node:child_process'
import { copyProduct } from '#tests/faults/broken-copy.ts'

const TEST = 'tests/sync-server/anonymity.test.ts'
const FILE = 'sync-server/intake/file-declaration.ts'
const MINGLE = 'sync-server/sync/mingle.ts'
const BATCH = 'sync-server/sync/batch.ts'

/** Name, file, what is found there and what takes its place. */
const BREAKS: readonly (readonly [name: string, file: string, find: string, replace: string])[] = [
  ['the hour stays in the stamps', FILE, 'anonymous ? Date.parse(day) : now', 'now'],
  [
    'the hour that a phone sent is kept',
    FILE,
    "...(declaration.identity !== 'anonymous' &&",
    '...(declaration.identity &&',
  ],
  [
    'the name that a phone sent is kept',
    FILE,
    "  if (declaration.identity === 'anonymous') return writes\n",
    '',
  ],
  ['it is written as everything else', FILE, 'hidden: anonymous }', 'hidden: false }'],
  ['numbers grow with time', MINGLE, 'randomInt(1, 2 ** 47)', 'Math.floor(process.uptime() * 1e6)'],
  [
    'the log keeps the order of arrival',
    'sync-server/store/kysely/kysely-change-log.ts',
    "place === 'drawn'",
    "place === 'elsewhere'",
  ],
  [
    'rows keep their rank in the table',
    BATCH,
    '      if (hidden) await session.records.hidePlaces(changed.map(({ id }) => id))\n',
    '',
  ],
  [
    'records keep the sequence of their arrival',
    BATCH,
    '      if (hidden) await mingle(session, changed, at)\n',
    '',
  ],
  [
    'the trail of writing stays beside the data',
    'sync-server/store/kysely/kysely-store.ts',
    'pragma wal_checkpoint(truncate)',
    'select 1',
  ],
  [
    'a refusal is printed with the address and the phone',
    'sync-server/http/answer-error.ts',
    '  return (error: unknown, request: FastifyRequest, reply: FastifyReply) => {\n',
    '  return (error: unknown, request: FastifyRequest, reply: FastifyReply) => {\n    console.log(request.ip, request.headers)\n',
  ],
]

const copy = await copyProduct()
let unseen = 0
try {
  if (!isRed()) console.log(`green   the product as it is`)
  else throw new Error('The test is red before anything is broken')
  for (const [name, file, find, replace] of BREAKS) {
    const before = await copy.read(file)
    if (before.split(find).length !== 2) throw new Error(`« ${name} » does not find its line`)
    await copy.write(
      file,
      before.replace(find, () => replace),
    )
    const red = isRed()
    if (!red) unseen += 1
    console.log(`${red ? 'red   ' : 'UNSEEN'}  ${name}${red ? `\n        ${red}` : ''}`)
    await copy.write(file, before)
  }
} finally {
  await copy.remove()
}
console.log(`${BREAKS.length - unseen} of ${BREAKS.length} seen`)
process.exit(unseen > 0 ? 1 : 0)

/** The first test that failed; undefined when all passed. */
function isRed(): string | undefined {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'escale', '--no-color', TEST],
    { cwd: copy.folder, encoding: 'utf8' },
  )
  return status === 0 ? undefined : (/^ +(?:×|FAIL) +(.*)$/m.exec(stdout)?.[1] ?? `exit ${status}`)
}

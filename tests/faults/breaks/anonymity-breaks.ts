/** One line that hides an anonymous author, and what `anonymity.test.ts` says once it is gone. */
export interface AnonymityBreak {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly replace: string
  /** Beginning of the name of the test that must be red. */
  readonly test: string
  /** What it must say: any other failure has seen something else. */
  readonly says: RegExp
}

const FILE = 'sync-server/intake/file-declaration.ts'
const MINGLE = 'sync-server/sync/mingle.ts'
const BATCH = 'sync-server/sync/batch.ts'
const BYTES = 'the database file and what lies beside it'
const RANK = 'no rank, number, sequence or id'

export const ANONYMITY_BREAKS: readonly AnonymityBreak[] = [
  {
    name: 'the hour stays in the stamps',
    file: FILE,
    find: 'anonymous ? Date.parse(day) : now',
    replace: 'now',
    test: 'no value of a row',
    says: /Z in (change_log|record)/,
  },
  {
    name: 'the hour that a phone sent is kept',
    file: FILE,
    find: "...(declaration.identity !== 'anonymous' &&",
    replace: '...(declaration.identity &&',
    test: BYTES,
    says: /21:47 in the data file/,
  },
  {
    name: 'the name that a phone sent is kept',
    file: FILE,
    find: "  if (declaration.identity === 'anonymous') return writes\n",
    replace: '',
    test: BYTES,
    says: /Maryse Test in the data file/,
  },
  {
    name: 'it is written as everything else',
    file: FILE,
    find: 'hidden: anonymous }',
    replace: 'hidden: false }',
    test: 'nothing signed and dated stands between',
    says: /'change_log', 'gseq'/,
  },
  {
    name: 'numbers grow with time',
    file: MINGLE,
    find: 'randomInt(1, 2 ** 47)',
    replace: 'Math.floor(process.uptime() * 1e6)',
    test: RANK,
    says: /change_log\.n is like/,
  },
  {
    name: 'the log keeps the order of arrival',
    file: 'sync-server/store/kysely/kysely-change-log.ts',
    find: "at === 'drawn'",
    replace: "at === 'elsewhere'",
    test: RANK,
    says: /change_log\.(\(rank\)|gseq) is like/,
  },
  {
    name: 'rows keep their rank in the table',
    file: BATCH,
    find: '      if (hidden) await session.records.hidePlaces(changed.map(({ id }) => id))\n',
    replace: '',
    test: RANK,
    says: /record\.\(rank\) is like/,
  },
  {
    name: 'records keep the sequence of their arrival',
    file: BATCH,
    find: '      if (hidden) await mingle(session, changed, at)\n',
    replace: '',
    test: RANK,
    says: /record\.seq is like/,
  },
  {
    name: 'the trail of writing stays beside the data',
    file: 'sync-server/store/kysely/kysely-store.ts',
    find: 'pragma wal_checkpoint(truncate)',
    replace: 'select 1',
    test: 'the bytes are not in the order of arrival',
    says: /not to contain 'mot-/,
  },
  {
    name: 'a refusal is printed with the address and the phone',
    file: 'sync-server/http/answer-error.ts',
    find: '  return (error: unknown, request: FastifyRequest, reply: FastifyReply) => {\n',
    replace:
      '  return (error: unknown, request: FastifyRequest, reply: FastifyReply) => {\n    console.log(request.ip, request.headers)\n',
    test: 'nothing printed names',
    says: / in what is printed/,
  },
]

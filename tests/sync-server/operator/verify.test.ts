// @vitest-environment node
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { damage } from '#tests/support/damage.ts'
import { runInTerminal } from '#tests/support/operator.ts'
import {
  AUDIT,
  type OperatorWorld,
  openOperatorWorld,
  PHOTO_NAME,
} from '#tests/support/operator-world.ts'

let world: OperatorWorld
let server: OperatorWorld['server']
let officer: OperatorWorld['officer']

beforeEach(async () => {
  world = await openOperatorWorld()
  ;({ server, officer } = world)
})

afterEach(() => world.close())

const verify = async () => {
  const { code, out } = await runInTerminal(['verify'], { dataFolder: server.folder })
  return { code, report: out.join('\n') }
}

async function expectFault(words: RegExp): Promise<void> {
  const { code, report } = await verify()
  expect(report).toMatch(words)
  expect(report).toContain('À REVOIR')
  expect(code).toBe(1)
}

const photoFile = () => join(server.folder, 'photos', PHOTO_NAME.slice(0, 2), PHOTO_NAME)

test('sound data are verified while the server runs, and it goes on writing', async () => {
  const { code, report } = await verify()
  expect(report).toContain('Tout est en ordre.')
  expect(report).toMatch(/En ordre\s: 1 photo/)
  expect(code).toBe(0)
  expect(await officer.sync({ ops: [await officer.write()] })).toMatchObject({ status: 200 })
})

test('a program gets the same as JSON', async () => {
  const { out } = await runInTerminal(['verify', '--json'], { dataFolder: server.folder })
  expect(JSON.parse(out.join('\n'))).toMatchObject({ isSound: true })
})

test('an operation changed in the log is named', async () => {
  damage(
    server.folder,
    `update change_log set body = replace(body, '"no"', '"yes"') where device = '${officer.id}' and n = 3`,
  )
  await expectFault(new RegExp(`${officer.id}, n°\\s3 n’est plus celle qui a été reçue`))
})

test('an operation gone from the log is named', async () => {
  damage(server.folder, `delete from change_log where device = '${officer.id}' and n = 2`)
  await expectFault(new RegExp(`il manque 1 opération de l’appareil ${officer.id}\\s: n°\\s2`))
})

test('the last operation gone from the log is named too', async () => {
  damage(server.folder, `delete from change_log where device = '${officer.id}' and n = 3`)
  await expectFault(/il manque 1 opération .* n°\s3/)
})

test('a number that the log holds twice is named', async () => {
  damage(
    server.folder,
    'create table double as select * from change_log',
    `insert into double select gseq + 1000, device, n, op, rec, bucket, body, digest, h_eff,
       received_at, outcome, reason, seq, clock_skew from change_log where device = '${officer.id}' and n = 1`,
    'drop table change_log',
    'alter table double rename to change_log',
  )
  await expectFault(/n°\s1 est deux fois dans le journal/)
})

test('a device said to stand elsewhere than its log is named', async () => {
  damage(server.folder, `update device set last_n = 2 where id = '${officer.id}'`)
  await expectFault(/est noté au n°\s2, son journal va au n°\s3/)
})

test('a record changed behind the log is named', async () => {
  damage(
    server.folder,
    `update record set state = replace(state, '"yes"', '"non-applicable"') where id = '${AUDIT}'`,
  )
  await expectFault(/la fiche audit-1 n’est pas ce que le journal raconte/)
})

test('a record gone is named', async () => {
  damage(server.folder, `delete from record where id = '${AUDIT}'`)
  await expectFault(/la fiche audit-1 n’est pas ce que le journal raconte/)
})

test('a record that cannot be read stops its checks, which say so', async () => {
  damage(server.folder, `update record set state = '{' where id = '${AUDIT}'`)
  await expectFault(/les fiches\s*\n {2}cette vérification s’est arrêtée/)
})

test('a record above the counter of its bucket is named: no device would ever pull it', async () => {
  damage(server.folder, `update record set seq = 900 where id = '${AUDIT}'`)
  await expectFault(/audit-1 a le rang 900, le compteur de .* est à \d/)
})

test('two records at one rank are named: a device would miss one', async () => {
  damage(
    server.folder,
    'create table double as select * from record',
    `update double set seq = (select seq from record where id = '${AUDIT}')
       where bucket = (select bucket from record where id = '${AUDIT}')`,
    'drop table record',
    'alter table double rename to record',
  )
  await expectFault(/le rang \d+ du compartiment .* est pris deux fois/)
})

test('a record filed in another bucket than the log says is named: others would read it', async () => {
  damage(
    server.folder,
    `insert into bucket select 'elsewhere', dispositif, 1, 0, 0 from bucket limit 1`,
    `update record set bucket = 'elsewhere', seq = 1 where id = '${AUDIT}'`,
  )
  await expectFault(/la fiche audit-1 n’est pas ce que le journal raconte/)
})

test('a photo that is missing, then one that was changed, is named', async () => {
  await rm(photoFile())
  await expectFault(new RegExp(`la photo ${PHOTO_NAME} manque`))
  await mkdir(join(photoFile(), '..'), { recursive: true })
  await writeFile(photoFile(), 'autre chose')
  await expectFault(new RegExp(`la photo ${PHOTO_NAME} est abîmée`))
})

test('a damaged page is named by the check of the file', async () => {
  const path = join(server.folder, 'escale.sqlite')
  damage(server.folder, 'pragma wal_checkpoint(TRUNCATE)')
  const bytes = await readFile(path)
  // A page in the middle of the log: the first pages keep the schema readable.
  const at = bytes.indexOf('"answers.C1"')
  expect(at).toBeGreaterThan(0)
  const page = Math.floor(at / 4_096) * 4_096
  bytes.fill(0xa5, page, page + 4_096)
  await writeFile(path, bytes)
  await expectFault(/le fichier est abîmé/)
})

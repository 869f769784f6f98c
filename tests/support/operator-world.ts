import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recordId } from '#domain/shared/ids.ts'
import { sha256Of } from '#sync-server/blobs/blob-files.ts'
import { runInTerminal, type Told } from './operator.ts'
import { createTestServer, PEOPLE, type TestDevice, type TestServer } from './test-server.ts'

export const AUDIT = recordId('audit-1')
export const PHOTO = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('photo')])
export const PHOTO_NAME = sha256Of(PHOTO)

/** A server that runs with an officer, a quality lead, four operations and a photo; and two keys. */
export interface OperatorWorld {
  readonly server: TestServer
  readonly officer: TestDevice
  readonly lead: TestDevice
  /** A folder for backups, keys and restored data. */
  readonly folder: string
  readonly keys: readonly { readonly recipient: string; readonly file: string }[]
  run(dataFolder: string, ...typed: string[]): Promise<Told>
  /** Backs the server up to `folder/backups`, sealed for both keys; gives the sealed file. */
  backUp(...more: string[]): Promise<{ file: string; told: Told }>
  close(): Promise<void>
}

export async function openOperatorWorld(): Promise<OperatorWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'escale-operator-'))
  const server = await createTestServer()
  const officer = await server.enrol(PEOPLE.officer)
  const photo = { sha256: PHOTO_NAME, size: PHOTO.length, mime: 'image/jpeg' }
  await officer.sync({
    ops: [
      await officer.write({ rec: AUDIT }),
      await officer.write({ rec: AUDIT, kind: 'attach', fields: { 'photos.P1': photo } }),
      await officer.write({ rec: AUDIT, kind: 'set', fields: { 'answers.C2': 'no' } }),
    ],
  })
  const lead = await server.enrol(PEOPLE['quality-lead'])
  await lead.sync({ ops: [await lead.write()] })
  await putPhoto(server, officer)
  const run = (dataFolder: string, ...typed: string[]) =>
    runInTerminal(typed, { dataFolder, now: () => server.clock.now })
  const keys = await Promise.all(
    ['key-1.txt', 'key-2.txt'].map(async (name) => {
      const { out } = await run(server.folder, 'backup', '--keygen')
      const file = join(folder, name)
      await writeFile(file, out.join('\n'))
      return { file, recipient: /public key: (age1\S+)/.exec(out.join('\n'))?.[1] ?? '' }
    }),
  )
  return {
    server,
    officer,
    lead,
    folder,
    keys,
    run,
    async backUp(...more) {
      const recipients = keys.flatMap(({ recipient }) => ['--recipient', recipient])
      const to = join(folder, 'backups')
      const told = await run(server.folder, 'backup', '--to', to, ...recipients, ...more)
      return { told, file: /(\S+\.age)/.exec(told.out.join('\n'))?.[1] ?? '' }
    },
    async close() {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function putPhoto({ app }: TestServer, { token }: TestDevice) {
  const url = `/v1/uploads/${PHOTO_NAME}` as const
  const headers = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' }
  const length = { 'upload-length': String(PHOTO.length) }
  await app.inject({ method: 'POST', url, headers: { ...headers, ...length } })
  const type = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
  await app.inject({ method: 'HEAD', url, headers })
  return app.inject({ method: 'PATCH', url, headers: { ...headers, ...type }, payload: PHOTO })
}

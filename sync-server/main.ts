import { join } from 'node:path'
import { firstSetupCode } from './access/setup-code.ts'
import {
  addressOf,
  announceCodes,
  announceFullDisk,
  announceReady,
  announceSetup,
} from './announce.ts'
import { type Config, readConfig } from './config.ts'
import { seedDemo } from './demo/seed-demo.ts'
import { makeFirstCodes } from './first-codes.ts'
import { closeApp } from './http/close-app.ts'
import { createApp } from './http/create-app.ts'
import { checkPortIsFree, prepareDataFolder } from './prepare-data-folder.ts'
import { startFault } from './start-fault.ts'
import { freeBytesOf, LEAST_FREE_BYTES } from './store/free-space.ts'
import { openStore } from './store/open-store.ts'
import { rehearse } from './sync/rehearse.ts'

const config = readConfig(process.env, process.argv.slice(2))
if (config.ok) {
  await start(config.value).catch((error: unknown) => refuse(startFault(error, config.value)))
} else refuse(`Le port demandé n’est pas un nombre entre 0 et 65535 : « ${config.error.port} ».`)

async function start({
  host,
  port,
  dataFolder,
  databaseUrl,
  appFolder,
  empty,
  codes,
  version,
}: Config) {
  await prepareDataFolder(dataFolder)
  await checkPortIsFree(port, host)
  const store = await openStore({ dataFolder, databaseUrl })
  const isNew = (await store.read((session) => session.directory.dispositifs())).length === 0
  if (isNew && !empty) await seedDemo(store, { now: Date.now() })
  const setupCode =
    isNew && empty
      ? firstSetupCode(await store.read((session) => session.meta.serverKey()))
      : undefined
  if (databaseUrl) await rehearse(store, (error) => console.error(`rehearsal: ${String(error)}`))
  const freeBytes = freeBytesOf(dataFolder)
  const app = await createApp({
    store,
    blobFolder: join(dataFolder, 'photos'),
    appFolder,
    version,
    now: Date.now,
    setupCode: () => setupCode,
    freeBytes,
    report: ({ route, error }) => console.error(`${route}: ${String(error)}`),
  })
  const stop = () => closeApp(app).then(() => store.close())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
  const heard = await app.listen({ host, port })

  const address = addressOf(host, Number(new URL(heard).port))
  if (setupCode) announceSetup(address, setupCode)
  const isDemo = await store.read((session) => session.meta.isDemo())
  if (isDemo || codes) announceCodes(address, await makeFirstCodes(store, Date.now()))
  announceReady(address, host)
  if ((await freeBytes()) < LEAST_FREE_BYTES) announceFullDisk(dataFolder)
}

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

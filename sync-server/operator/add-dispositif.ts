import { readFile } from 'node:fs/promises'
import { frenchSpaces } from '#domain/shared/typography.ts'
import { type SetupResponse, setupRequest, setupResponse } from '#protocol/access.ts'
import { nextSetupCode } from '../access/setup-code.ts'
import { type Command, CommandRefusal } from './command.ts'
import { openData } from './open-data.ts'

/**
 * `add-dispositif`: one more dispositif on a server that runs. The server itself writes: the command
 * only proves, with a secret made from the data, that it is the operator's.
 */
export const addDispositifCommand: Command = {
  name: 'add-dispositif',
  help: 'ajoute un dispositif au serveur en marche, et donne les codes de ses deux premières personnes',
  options: {
    file: { type: 'string', value: 'FICHIER', help: 'les réponses de l’assistant, en JSON' },
    url: { type: 'string', value: 'URL', help: 'le serveur ; http://localhost:8080 sinon' },
    json: { type: 'boolean', help: 'pour un programme' },
  },
  async run({ options, config, terminal }) {
    const file = options.text('file')
    if (!file) throw new CommandRefusal('Dites quel fichier décrit le dispositif : --file.')
    const answers = await readAnswers(file)
    const data = await openData(config.dataFolder, config.databaseUrl)
    const setupCode = await data
      .read(async ({ meta, directory }) =>
        nextSetupCode(await meta.serverKey(), (await directory.dispositifs()).length),
      )
      .finally(() => data.close())
    const request = setupRequest.safeParse({ ...answers, setupCode })
    if (!request.success) {
      const [issue] = request.error.issues
      throw new CommandRefusal(`Le fichier ne se lit pas, à « ${issue?.path.join('.') ?? ''} ».`)
    }
    const made = await send(options.text('url') ?? 'http://localhost:8080', request.data)
    if (options.flag('json')) terminal.say(JSON.stringify(made))
    else {
      terminal.say(
        frenchSpaces(
          `« ${request.data.dispositif} » est ajouté. Codes, bons une fois pendant 24 heures :`,
        ),
      )
      terminal.say(frenchSpaces(`  ${request.data.porteur} (porteur) : ${made.porteurCode}`))
      terminal.say(
        frenchSpaces(`  ${request.data.officer} (chargé de mission) : ${made.officerCode}`),
      )
    }
    return 0
  },
}

async function readAnswers(file: string): Promise<object> {
  try {
    return Object(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    throw new CommandRefusal(`« ${file} » n’existe pas, ou n’est pas du JSON.`)
  }
}

async function send(url: string, request: object): Promise<SetupResponse> {
  const response = await fetch(new URL('/v1/setup', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  }).catch(() => {
    throw new CommandRefusal(
      `Aucun serveur ne répond à ${url} : démarrez-le, ou dites où avec --url.`,
    )
  })
  const answer = setupResponse.safeParse(await response.json().catch(() => undefined))
  if (!response.ok || !answer.success) {
    throw new CommandRefusal(
      `Le serveur a refusé (${response.status}) : vérifiez qu’il a les données de ce dossier, et les réponses du fichier.`,
    )
  }
  return answer.data
}

import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Decrypter } from 'age-encryption'
import { writeDurably } from '../../durable-file.ts'
import { codeOf } from '../../storage-fault.ts'
import { openerFor } from '../backup/seal.ts'
import { bytesOf, gunzipped, webStream } from '../backup/streams.ts'
import { CommandRefusal } from '../command.ts'

/** What opens with a key file. Rejects with a sentence when the file is not there or holds no key. */
export async function readKeyFile(path: string): Promise<Decrypter> {
  try {
    return openerFor(await readFile(path, 'utf8'))
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    throw new CommandRefusal(`Le fichier de clé « ${path} » n’existe pas.`)
  }
}

/** Opens a sealed data file. A wrong key, a cut file and a changed byte are each refused in a sentence. */
export async function unsealFile(opener: Decrypter, from: string, to: string): Promise<void> {
  try {
    const opened = await opener.decrypt(webStream(createReadStream(from)))
    await writeDurably(to, gunzipped(bytesOf(opened)))
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') throw new CommandRefusal(`La sauvegarde « ${from} » n’existe pas.`)
    if (code !== '' && !code.startsWith('Z_') && !code.startsWith('ERR_')) throw error
    if (/no identity matched/.test(String(error))) {
      throw new CommandRefusal(
        `Cette clé n’ouvre pas « ${from} » : elle a été scellée pour d’autres.`,
      )
    }
    throw new CommandRefusal(
      `« ${from} » est abîmé ou incomplet : rien n’a été modifié. Prenez une autre sauvegarde.`,
    )
  }
}

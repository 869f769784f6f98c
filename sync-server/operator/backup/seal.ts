import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { CommandRefusal } from '../command.ts'

/*
 * Sealing in the age format (security.md D10): any one of the keys opens a file, and so does the
 * `age` tool of any system, without Escale: `age -d -i key.txt FILE | gunzip > escale.sqlite`.
 */

/** A fresh pair in the form `age-keygen` writes; the secret exists nowhere else. */
export async function makeKeyFile(now: number): Promise<{ recipient: string; file: string }> {
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const created = new Date(now).toISOString()
  return { recipient, file: `# created: ${created}\n# public key: ${recipient}\n${identity}` }
}

/** What seals for these public keys. Rejects with a sentence on a text that is no public key. */
export function sealerFor(recipients: readonly string[]): Encrypter {
  const encrypter = new Encrypter()
  for (const recipient of recipients) {
    // The library names the text it refuses, and a secret pasted by mistake must not be shown.
    if (recipient.startsWith('AGE-SECRET-KEY-')) {
      throw new CommandRefusal(
        'Ceci est une clé secrète : une sauvegarde se scelle avec la clé publique, qui commence par « age1 ».',
      )
    }
    try {
      encrypter.addRecipient(recipient)
    } catch {
      throw new CommandRefusal(
        `« ${recipient} » n’est pas une clé publique (elle commence par « age1 »).`,
      )
    }
  }
  return encrypter
}

/** What opens with the secret keys of a key file, comments left aside. */
export function openerFor(keyFile: string): Decrypter {
  const decrypter = new Decrypter()
  const identities = keyFile.split(/\r?\n/).filter((line) => line.startsWith('AGE-SECRET-KEY-'))
  if (identities.length === 0) {
    throw new CommandRefusal('Le fichier de clé ne contient pas de clé secrète (AGE-SECRET-KEY-…).')
  }
  try {
    for (const identity of identities) decrypter.addIdentity(identity.trim())
  } catch {
    throw new CommandRefusal('La clé secrète du fichier est incomplète ou mal copiée.')
  }
  return decrypter
}

import { sha256Of } from '../../blobs/blob-files.ts'
import { codeOf } from '../../storage-fault.ts'
import { type Check, countOf } from './check.ts'

/** Each photo said to be here is here, with the bytes its name promises. */
export const heldPhotos: Check = {
  title: 'les photos',
  async run({ session, blobFiles, progress }) {
    const photos = await session.inventory.photos()
    const present = photos.filter(({ presentAt }) => presentAt !== undefined)
    const faults: string[] = []
    for (const [index, { sha256 }] of present.entries()) {
      if (index % 100 === 0) progress(`${index} sur ${countOf(present.length, 'photo')}`)
      const bytes = await blobFiles.read(sha256).catch((error: unknown) => {
        if (codeOf(error) === 'ENOENT') return undefined
        throw error
      })
      if (!bytes) faults.push(`la photo ${sha256} manque`)
      else if (sha256Of(bytes) !== sha256) faults.push(`la photo ${sha256} est abîmée`)
    }
    const awaited = photos.length - present.length
    const note = awaited > 0 ? `, ${countOf(awaited, 'attendue')} d’un appareil` : ''
    return { checked: `${countOf(present.length, 'photo')}${note}`, faults }
  },
}

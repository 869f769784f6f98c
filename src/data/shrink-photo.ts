import { imageDimensionsFromStream } from 'image-dimensions'
import { PhotoError } from './photo-error.ts'
import type { Photo } from './workspace.ts'

/** Longest side kept, pixels: a criterion's proof reads well on a full A4 page at this size. */
const LONGEST_SIDE = 2_048
const QUALITY = 0.82
/** Beyond it a picture opened takes 160 MB: a small tablet closes the page, and the tap is lost. */
const MAX_PIXELS = 40_000_000

/**
 * Brings a photo to at most 2,048 px and JPEG. Drawing it anew also drops its EXIF: the place and
 * hour of the shot never reach the disk (security.md D1). Rejects with `PhotoError` when the file is not
 * a picture, or one of more than 40 million pixels, known from its first bytes before it is opened.
 */
export async function shrinkPhoto(file: Blob): Promise<Photo> {
  // A format whose size cannot be read there is measured once open.
  refuseTooLarge(await imageDimensionsFromStream(file.stream()))
  const picture = await openPicture(file)
  refuseTooLarge(picture)
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser gives no canvas')
  // A transparent drawing would turn black in JPEG.
  context.fillStyle = 'white'
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0, width, height)
  picture.close()
  const jpeg = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', QUALITY),
  )
  if (!jpeg) throw new Error('The photo could not be written')
  return { bytes: await jpeg.arrayBuffer(), mime: 'image/jpeg', width, height }
}

function refuseTooLarge(size: { width: number; height: number } | undefined): void {
  if (size && size.width * size.height > MAX_PIXELS) throw new PhotoError('picture-too-large')
}

async function openPicture(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch (error) {
    throw new PhotoError('picture-unreadable', error)
  }
}

import type { Photo } from './workspace.ts'

/** Longest side kept, pixels: a criterion's proof reads well on a full A4 page at this size. */
const LONGEST_SIDE = 2_048
const QUALITY = 0.82

/**
 * Brings a photo to at most 2,048 px and JPEG. Drawing it anew also drops its EXIF: the place and
 * hour of the shot never reach the disk (security.md D1). Rejects when the file is not a picture.
 */
export async function shrinkPhoto(file: Blob): Promise<Photo> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
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

import { toBase64Url } from '#protocol/base64url.ts'
import { PHOTO_CHARS } from '#protocol/intake.ts'

/** Sides and qualities tried in turn, from the best that a floor, a bed or a device asks for. */
const TRIES = [
  [1_024, 0.7],
  [1_024, 0.5],
  [800, 0.5],
  [640, 0.45],
  [480, 0.4],
  [320, 0.3],
] as const

/**
 * A photo small enough for an envelope, as a JPEG in base64url. It is drawn anew, so nothing of what
 * the camera wrote beside it is left: no place, no hour, no device. Undefined when the file is no
 * picture this browser opens, or does not fit however small.
 */
export async function shrinkForEnvelope(file: Blob): Promise<string | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(
    () => undefined, // not a picture, or one this browser cannot open: the screen says so
  )
  if (!picture) return undefined
  try {
    for (const [side, quality] of TRIES) {
      const text = await draw(picture, side, quality)
      if (text && text.length <= PHOTO_CHARS) return text
    }
    return undefined
  } finally {
    picture.close()
  }
}

async function draw(picture: ImageBitmap, side: number, quality: number) {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return undefined
  // A transparent drawing would turn black in JPEG.
  context.fillStyle = 'white'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const jpeg = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', quality),
  )
  return jpeg ? toBase64Url(await jpeg.arrayBuffer()) : undefined
}

/** Why a picture was not taken as a photo. */
export type PhotoErrorKind = 'too-many-photos' | 'picture-too-large' | 'picture-unreadable'

/** An expected refusal, said beside the button that took the photo; the words typed are safe. */
export class PhotoError extends Error {
  override readonly name = 'PhotoError'
  readonly kind: PhotoErrorKind

  constructor(kind: PhotoErrorKind, cause?: unknown) {
    super(`Not kept as a photo: ${kind}`, { cause })
    this.kind = kind
  }
}

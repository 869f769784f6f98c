import { type CodeReader, createCodeReader } from './code-reader.ts'

/** Widest image looked at: a code of 61 modules is read at 500 px, and more only costs time. */
const WIDTH = 960
/** Between two looks: the codes turn every 900 ms. */
const REST_MS = 120

export type CameraFault = 'refused' | 'none' | 'reader'

/**
 * Opens the camera that looks away from the person, shows it in `video`, and tells each text its codes
 * say. Stops at once when `signal` says so; the camera's light goes out.
 */
export async function watchCodes(
  video: HTMLVideoElement,
  signal: AbortSignal,
  onTexts: (texts: readonly string[]) => void,
): Promise<CameraFault | undefined> {
  const stream = await openCamera()
  if (typeof stream === 'string') return stream
  const reader = createCodeReader()
  try {
    if (signal.aborted) return undefined
    video.srcObject = stream
    await video.play()
    await look(video, reader, signal, onTexts)
    return undefined
  } catch {
    // Leaving the screen ends the video in the middle of a look: no fault then.
    return signal.aborted ? undefined : 'reader'
  } finally {
    reader.close()
    for (const track of stream.getTracks()) track.stop()
  }
}

async function openCamera(): Promise<MediaStream | CameraFault> {
  // Absent from pages without a certificate and from some web views.
  if (!navigator.mediaDevices) return 'none'
  try {
    return await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1_280 } },
      audio: false,
    })
  } catch (error) {
    const isRefusal = error instanceof DOMException && error.name === 'NotAllowedError'
    return isRefusal ? 'refused' : 'none'
  }
}

async function look(
  video: HTMLVideoElement,
  reader: CodeReader,
  signal: AbortSignal,
  onTexts: (texts: readonly string[]) => void,
): Promise<void> {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  while (context && !signal.aborted) {
    const scale = Math.min(1, WIDTH / Math.max(1, video.videoWidth))
    canvas.width = Math.round(video.videoWidth * scale)
    canvas.height = Math.round(video.videoHeight * scale)
    if (canvas.width > 0 && canvas.height > 0) {
      context.drawImage(video, 0, 0, canvas.width, canvas.height)
      const image = context.getImageData(0, 0, canvas.width, canvas.height)
      const texts = await reader.read(image)
      if (!signal.aborted && texts.length > 0) onTexts(texts)
    }
    await new Promise((resolve) => setTimeout(resolve, REST_MS))
  }
}

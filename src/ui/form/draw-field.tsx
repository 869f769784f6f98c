import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../button.tsx'
import { reportFailure } from '../notices.ts'
import css from './draw-field.module.css'
import { FORM_TEXTS } from './form-texts.ts'
import { PhotoTaker } from './photo-taker.tsx'

interface DrawFieldProps {
  readonly label: string
  /** A signature on a blank sheet, or a ring around what a photo shows. */
  readonly over: 'blank' | 'photo'
  readonly onDrawn: (file: File) => Promise<unknown>
}

/** Longest side of a drawing, in pixels: a photo is shrunk to as much before it is kept. */
const LONGEST = 1_600
const BLANK = { width: 800, height: 300 }

/** Drawn with a finger, a stylus or a mouse; kept as a picture beside the answers. */
export function DrawField({ label, over, onDrawn }: DrawFieldProps) {
  const { t } = useTranslation(FORM_TEXTS)
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<{ x: number; y: number }>(undefined)
  const [photo, setPhoto] = useState<File>()
  const [marked, setMarked] = useState(false)
  const [kept, setKept] = useState(false)
  const isOpen = over === 'blank' || photo !== undefined

  // The canvas is outside React: its sheet is laid when it opens.
  useEffect(() => {
    const sheet = canvas.current
    if (!isOpen || !sheet) return
    reportFailure(layOn(sheet, photo))
  }, [isOpen, photo])

  const pointOf = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const { width, height } = event.currentTarget
    return {
      x: ((event.clientX - box.left) / box.width) * width,
      y: ((event.clientY - box.top) / box.height) * height,
    }
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>) => {
    const context = event.currentTarget.getContext('2d')
    const from = last.current
    if (!context || !from) return
    const to = pointOf(event)
    context.lineWidth = over === 'blank' ? 4 : Math.max(6, event.currentTarget.width / 160)
    context.lineCap = 'round'
    // Ink on the sheet; on a photo a red that is seen on white walls and on skin alike.
    context.strokeStyle = over === 'blank' ? '#191d1f' : '#c4260c'
    context.beginPath()
    context.moveTo(from.x, from.y)
    context.lineTo(to.x, to.y)
    context.stroke()
    last.current = to
    setMarked(true)
  }
  const keep = async () => {
    const file = canvas.current && (await fileOf(canvas.current, over))
    if (!file) return
    await onDrawn(file)
    setKept(true)
    setMarked(false)
    setPhoto(undefined)
  }
  const clear = async () => {
    if (canvas.current) await layOn(canvas.current, photo)
    setMarked(false)
  }
  if (!isOpen) {
    return (
      <PhotoTaker
        label={label}
        onPhoto={(file) => {
          setKept(false)
          setPhoto(file)
          return Promise.resolve()
        }}
      />
    )
  }
  return (
    <div className={css.draw}>
      <p>{over === 'blank' ? label : t('drawOver')}</p>
      <canvas
        ref={canvas}
        className={css.sheet}
        aria-label={label}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          last.current = pointOf(event)
          setKept(false)
        }}
        onPointerMove={draw}
        onPointerUp={() => {
          last.current = undefined
        }}
      />
      <div className={css.buttons}>
        <Button disabled={!marked} onClick={() => reportFailure(clear())}>
          {t('drawClear')}
        </Button>
        <Button
          tone="primary"
          disabled={over === 'blank' && !marked}
          onClick={() => reportFailure(keep())}
        >
          {t(over === 'blank' ? 'signKeep' : 'drawKeep')}
        </Button>
      </div>
      <p role="status">{kept && t('drawKept')}</p>
    </div>
  )
}

async function layOn(sheet: HTMLCanvasElement, photo: File | undefined): Promise<void> {
  const image = photo && (await createImageBitmap(photo))
  const scale = image ? Math.min(1, LONGEST / Math.max(image.width, image.height)) : 1
  sheet.width = image ? Math.round(image.width * scale) : BLANK.width
  sheet.height = image ? Math.round(image.height * scale) : BLANK.height
  const context = sheet.getContext('2d')
  if (!context) return
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, sheet.width, sheet.height)
  if (image) context.drawImage(image, 0, 0, sheet.width, sheet.height)
  image?.close()
}

function fileOf(sheet: HTMLCanvasElement, over: DrawFieldProps['over']): Promise<File | undefined> {
  const type = over === 'blank' ? 'image/png' : 'image/jpeg'
  return new Promise((resolve) => {
    sheet.toBlob((blob) => resolve(blob ? new File([blob], over, { type }) : undefined), type, 0.85)
  })
}

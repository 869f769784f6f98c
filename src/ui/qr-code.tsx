import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'
import styles from './qr-code.module.css'

interface QrCodeProps {
  /** What the code carries. */
  readonly text: string
  /** What it is for, read aloud: « déclarer au Rez-de-jardin ». */
  readonly label: string
  /** Side in rem. */
  readonly size?: number | undefined
}

/** Drawn as one path, black on white whatever the theme: a camera reads it, and a printer. */
export function QrCode({ text, label, size = 12 }: QrCodeProps) {
  const { t } = useTranslation('ui')
  const { data, size: modules } = encode(text, { ecc: 'M', border: 4 })
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return (
    <svg
      role="img"
      aria-label={t('qrOf', { label })}
      viewBox={`0 0 ${modules} ${modules}`}
      width={`${size}rem`}
      height={`${size}rem`}
      className={styles.code}
      shapeRendering="crispEdges"
    >
      <rect width={modules} height={modules} fill="white" />
      <path d={path} fill="black" />
    </svg>
  )
}

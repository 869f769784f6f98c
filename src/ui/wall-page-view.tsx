import styles from './wall-page-view.module.css'

interface WallPageViewProps {
  readonly lead: string
  readonly parts: readonly { readonly title: string; readonly lines: readonly string[] }[]
  readonly foot: readonly string[]
}

/** A page for a wall, on screen: the same words, in the same order, as on the paper. */
export function WallPageView({ lead, parts, foot }: WallPageViewProps) {
  return (
    <div className={styles.page}>
      <p className={styles.lead}>{lead}</p>
      {parts.map(({ title, lines }) => (
        <div key={title}>
          <h3>{title}</h3>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
      {foot.map((line) => (
        <p key={line} className="soft">
          {line}
        </p>
      ))}
    </div>
  )
}

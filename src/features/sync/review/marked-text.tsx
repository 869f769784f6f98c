import styles from './review.module.css'
import { runsOf } from './text-proposal.ts'

/** A text whose own words are underlined and strong: seen without any colour, and read as marked. */
export function MarkedText({ text, other }: { readonly text: string; readonly other: string }) {
  return (
    <span className={styles.text}>
      {runsOf(text, other).map(({ words, differs }, at) =>
        differs ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one text never move
          <mark key={at}>{words}</mark>
        ) : (
          words
        ),
      )}
    </span>
  )
}

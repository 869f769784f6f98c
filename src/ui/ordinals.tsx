interface OrdinalsProps {
  readonly children: string
}

/** Sets « 1er » and « 2e » as they are printed: the letters raised. */
export function Ordinals({ children }: OrdinalsProps) {
  return children.split(/(\d+(?:er|e)\b)/).map((part, at) => {
    const [, figure, letters] = /^(\d+)(er|e)$/.exec(part) ?? []
    if (figure === undefined) return part
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places
      <span key={at}>
        {figure}
        <sup>{letters}</sup>
      </span>
    )
  })
}

import { useState } from 'react'
import { useWorkspace } from '#data/stores-context.ts'
import type { Json } from '#domain/shared/json.ts'
import { useAnswers } from '#ui/form/use-answers.ts'
import { useAutoAdvance } from '#ui/form/use-auto-advance.ts'
import { reportFailure } from '#ui/notices.ts'
import { type Cell, cellKey, cellsOf, nextEmptyCell } from './cells.ts'
import { type EppContext, readRound, useAnswerPort } from './use-epp.ts'

/** Walking through the files, cell by cell; the place is kept so that a closed tab resumes there. */
export function useEppFlow({ snapshot, form }: EppContext) {
  const { drafts } = useWorkspace()
  const { fields, save, undo, undoable, saving } = useAnswers(
    snapshot.fields,
    useAnswerPort(snapshot),
  )
  const { filling, files, protocol, naReasons } = readRound(snapshot, fields)
  const placeKey = `epp-place:${snapshot.id}`
  const [autoAdvance] = useAutoAdvance()
  const cells = cellsOf(form, filling, files)
  const [place, setPlace] = useState(() => {
    const first = nextEmptyCell(cells, filling.answers, undefined)
    return drafts.get(placeKey) ?? (first && cellKey(first))
  })
  const answered = cells.filter((cell) => filling.answers.has(cellKey(cell))).length
  const current = cells.find((cell) => cellKey(cell) === place) ?? cells[0]

  const moveTo = (cell: string | undefined) => {
    if (cell === undefined) return
    setPlace(cell)
    reportFailure(drafts.put(placeKey, cell))
  }
  return {
    form,
    filling,
    files,
    protocol,
    naReasons,
    cells,
    current,
    counts: { answered, expected: cells.length },
    saving,
    undoable,
    moveTo: (cell: Cell) => moveTo(cellKey(cell)),
    answer(cell: Cell, value: Json, stay: boolean): Promise<boolean> {
      const key = cellKey(cell)
      const kept = save({ [`answers.${key}`]: value }, key)
      const next = nextEmptyCell(cells, new Map(filling.answers).set(key, value), key)
      if (autoAdvance && !stay && next) moveTo(cellKey(next))
      return kept
    },
    comment: (cell: Cell, words: string) =>
      save({ [`comments.${cellKey(cell)}`]: words }, cellKey(cell)),
    addFile: () => save({ files: files + 1 }, current ? cellKey(current) : ''),
    undo: () => moveTo(undo()),
    leavePlace: () => drafts.drop(placeKey),
  }
}

export type EppFlowState = ReturnType<typeof useEppFlow>

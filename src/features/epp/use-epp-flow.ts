import { useCallback, useMemo, useState } from 'react'
import { useWorkspace } from '#data/stores-context.ts'
import { criteriaLeft, restAnswers } from '#domain/form/rest-answers.ts'
import type { Json } from '#domain/shared/json.ts'
import { useAnswers } from '#ui/form/use-answers.ts'
import { useAutoAdvance } from '#ui/form/use-auto-advance.ts'
import { reportFailure } from '#ui/notices.ts'
import { answersByFile, type Cell, cellKey, cellsOf, nextEmptyCell } from './cells.ts'
import { type EppContext, useAnswerPort } from './use-epp.ts'
import { useRound } from './use-round.ts'

/**
 * Walking through the files, cell by cell; the place is kept so that a closed tab resumes there.
 *
 * `flow` is the same object until what is seen changes, as that of an audit: the hour of a save is in `saving`.
 */
export function useEppFlow({ snapshot, form }: EppContext) {
  const { drafts } = useWorkspace()
  const { fields, save, undo, undoable, saving } = useAnswers(
    snapshot.fields,
    useAnswerPort(snapshot),
  )
  const round = useRound(snapshot, fields)
  const { filling, files } = round
  const placeKey = `epp-place:${snapshot.id}`
  const [autoAdvance, setAutoAdvance] = useAutoAdvance()
  const byFile = useMemo(() => answersByFile(filling, files), [filling, files])
  const cells = useMemo(() => cellsOf(form, byFile), [form, byFile])
  const [place, setPlace] = useState(() => {
    const first = nextEmptyCell(cells, filling.answers, undefined)
    return drafts.get(placeKey) ?? (first && cellKey(first))
  })
  const walk = useMemo(() => {
    const current = cells.find((cell) => cellKey(cell) === place) ?? cells[0]
    const own = cells.filter(({ file }) => file === current?.file)
    return {
      current,
      /** Rank of the cell in hand in its file, from 1, and how many it has. */
      at: own.findIndex(({ criterion }) => criterion.id === current?.criterion.id) + 1,
      count: own.length,
      /** What « Suivant » opens: the next cell without an answer. */
      next: nextEmptyCell(cells, filling.answers, current && cellKey(current)),
      /** Criteria of the file in hand that wait for an answer. */
      left: criteriaLeft(
        own.map(({ criterion }) => criterion),
        byFile[(current?.file ?? 0) - 1] ?? new Map(),
      ),
      counts: {
        answered: cells.filter((cell) => filling.answers.has(cellKey(cell))).length,
        expected: cells.length,
      },
    }
  }, [cells, byFile, filling, place])

  const goTo = useCallback(
    (cell: string | undefined) => {
      if (cell === undefined) return
      setPlace(cell)
      reportFailure(drafts.put(placeKey, cell))
    },
    [drafts, placeKey],
  )
  const moveTo = useCallback((cell: Cell) => goTo(cellKey(cell)), [goTo])

  const flow = useMemo(
    () => ({
      form,
      round,
      ...walk,
      undoable,
      autoAdvance,
      setAutoAdvance,
      moveTo,
      answer(cell: Cell, value: Json, stay: boolean): Promise<boolean> {
        const key = cellKey(cell)
        const kept = save({ [`answers.${key}`]: value }, key)
        const next = nextEmptyCell(cells, new Map(filling.answers).set(key, value), key)
        if (autoAdvance && !stay && next) moveTo(next)
        return kept
      },
      /** What is left of a file at once; an answer given is never overwritten, and one « undo » takes all back. */
      answerRest(file: number, reading: 'met' | 'not-applicable') {
        const given = [...restAnswers(walk.left, reading)].map(
          ([id, code]) => [`${file}.${id}`, code] as const,
        )
        const from = walk.current ? cellKey(walk.current) : ''
        const kept = save(
          Object.fromEntries(given.map(([key, code]) => [`answers.${key}`, code])),
          from,
        )
        const next = nextEmptyCell(cells, new Map([...filling.answers, ...given]), from)
        if (autoAdvance && next) moveTo(next)
        return kept
      },
      comment: (cell: Cell, words: string) =>
        save({ [`comments.${cellKey(cell)}`]: words }, cellKey(cell)),
      addFile: () => save({ files: files + 1 }, walk.current ? cellKey(walk.current) : ''),
      undo: () => goTo(undo()),
      leavePlace: () => drafts.drop(placeKey),
    }),
    [
      form,
      round,
      walk,
      undoable,
      autoAdvance,
      setAutoAdvance,
      moveTo,
      goTo,
      save,
      undo,
      cells,
      filling,
      files,
      drafts,
      placeKey,
    ],
  )
  return { flow, saving }
}

export type EppFlowState = ReturnType<typeof useEppFlow>['flow']

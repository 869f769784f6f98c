import i18next from 'i18next'
import { create } from 'zustand'
import type { NoticeTone } from './notice.tsx'

export interface NoticeEntry {
  readonly id: number
  readonly tone: NoticeTone
  readonly title: string
  readonly detail?: string | undefined
}

interface NoticeState {
  readonly entries: readonly NoticeEntry[]
}

/** What screens share until reload: notices that stay until someone has read them. */
export const useNotices = create<NoticeState>(() => ({ entries: [] }))

let lastId = 0

/** Adds a notice; the same words twice make one notice. */
export function notify(notice: Omit<NoticeEntry, 'id'>): void {
  useNotices.setState(({ entries }) => {
    const said = entries.some(
      ({ title, detail }) => title === notice.title && detail === notice.detail,
    )
    lastId += 1
    return said ? { entries } : { entries: [...entries, { ...notice, id: lastId }] }
  })
}

export function dismissNotice(id: number): void {
  useNotices.setState(({ entries }) => ({ entries: entries.filter((entry) => entry.id !== id) }))
}

/** The one place for « .catch »: what a person asked and could not be done is said, with what is safe. */
export function reportFailure(promise: Promise<unknown>): void {
  promise.catch((error: unknown) => {
    const t = i18next.getFixedT<'ui'>(i18next.language, 'ui')
    const detail = error instanceof Error ? error.message : String(error)
    notify({
      tone: 'alert',
      title: t('failureTitle'),
      detail: isOutOfSpace(error)
        ? t('failureQuota')
        : `${t('failureSafe')} ${t('failureDetail', { detail })}`,
    })
  })
}

/** By shape, for this room knows neither the store nor its errors. */
function isOutOfSpace(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const kind = 'kind' in error ? error.kind : undefined
  const name = 'name' in error ? error.name : undefined
  return kind === 'storage-full' || name === 'QuotaExceededError'
}

import type { Json } from '#domain/shared/json.ts'
import type { Env } from './env.ts'
import type { Gateway } from './gateway.ts'
import type { Sealer } from './sealer.ts'
import type { Drafts } from './workspace.ts'

export interface StoredDrafts extends Drafts {
  /** Reads every draft; once, before the first screen. */
  load(): Promise<void>
  /** Another tab changed this one. */
  reload(key: string): Promise<void>
}

export interface DraftParts {
  readonly gateway: Gateway
  readonly sealer: Sealer
  readonly env: Pick<Env, 'now'>
  /** Called when this tab kept or dropped a draft. */
  readonly onKept: (key: string) => void
}

/**
 * Words being typed. Memory changes at once so that the field never lags; the disk follows in the
 * order of the keys struck, and the promise says when it has.
 */
export function createDrafts({ gateway, sealer, env, onKept }: DraftParts): StoredDrafts {
  const values = new Map<string, Json>()
  const listeners = new Set<() => void>()
  let tail: Promise<unknown> = Promise.resolve()

  function inTurn<T>(unit: () => Promise<T>): Promise<T> {
    const run = tail.then(unit)
    tail = run.catch(() => undefined)
    return run
  }

  function show(key: string, value: Json | undefined): void {
    if (value === undefined) values.delete(key)
    else values.set(key, value)
    for (const listener of [...listeners]) listener()
  }

  return {
    get: (key) => values.get(key),
    keys: (prefix) => [...values.keys()].filter((key) => key.startsWith(prefix)).sort(),
    put(key, value) {
      show(key, value)
      return inTurn(async () => {
        const sealed = await sealer.seal(value, `drafts/${key}`)
        await gateway.keepText((db) => db.drafts.put({ key, sealed }))
        onKept(key)
        return { savedAt: env.now() }
      })
    },
    drop(key) {
      show(key, undefined)
      return inTurn(async () => {
        await gateway.withDb((db) => db.drafts.delete(key))
        onKept(key)
      })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async load() {
      const rows = await gateway.withDb((db) => db.drafts.toArray())
      for (const { key, sealed } of rows) {
        // Sealed by `put` above, which takes nothing but Json.
        values.set(key, (await sealer.open(sealed, `drafts/${key}`)) as Json)
      }
    },
    reload: (key) =>
      inTurn(async () => {
        const row = await gateway.withDb((db) => db.drafts.get(key))
        show(key, row && ((await sealer.open(row.sealed, `drafts/${key}`)) as Json))
      }),
  }
}

import { IDBDatabase, IDBFactory, IDBObjectStore, IDBTransaction } from 'fake-indexeddb'

/**
 * What befalls IndexedDB:
 * - `quota-abort`: requests succeed, then the whole transaction aborts for want of room, which
 *   Chromium and WebKit do and which no request ever hears of;
 * - `quota-throw`: the write itself is refused;
 * - `unheard-commit`: the transaction is on disk and the page is told that it failed;
 * - `lost-connection`: no transaction can begin, as after WebKit freed a page left in the back;
 * - `unknown-error`: the transaction begun comes to nothing, for a reason nobody gives;
 * - `refused-open`: the database cannot be opened, another tab holding a newer version.
 */
export type DiskFault =
  | 'quota-abort'
  | 'quota-throw'
  | 'unheard-commit'
  | 'lost-connection'
  | 'unknown-error'
  | 'refused-open'

export interface ArmedDisk {
  /** Calls of the kind that the fault strikes, so far. */
  calls(): number
  repair(): void
}

/** The insides of fake-indexeddb that undo a transaction. */
interface Insides {
  _rollbackLog: (() => void)[]
  _abort(errorName: string): void
}

/** Strikes call number `at` (from 0) of the kind the fault is about; `lasting`: and all that follow. */
export function armDisk(fault: DiskFault, at: number, lasting: boolean): ArmedDisk {
  let calls = 0
  const strikes = () => {
    const call = calls++
    return call === at || (lasting && call > at)
  }
  const repairs: (() => void)[] = []
  const replace = <T extends object, K extends keyof T>(target: T, name: K, value: T[K]) => {
    const original = target[name]
    target[name] = value
    repairs.push(() => {
      target[name] = original
    })
  }

  if (fault === 'quota-throw') {
    for (const name of ['add', 'put'] as const) {
      const original = IDBObjectStore.prototype[name]
      replace(IDBObjectStore.prototype, name, function (this: IDBObjectStore, ...args) {
        if (strikes()) throw new DOMException('no room', 'QuotaExceededError')
        return original.apply(this, args)
      })
    }
  } else if (fault === 'lost-connection') {
    const original = IDBDatabase.prototype.transaction
    replace(IDBDatabase.prototype, 'transaction', function (this: IDBDatabase, ...args) {
      // The one that makes the tables is begun by the engine itself, not by a call.
      const isCall = args[1] !== ('versionchange' as string)
      if (isCall && strikes()) throw new DOMException('closing', 'InvalidStateError')
      return original.apply(this, args)
    })
  } else if (fault === 'refused-open') {
    const original = IDBFactory.prototype.open
    replace(IDBFactory.prototype, 'open', function (this: IDBFactory, ...args) {
      if (strikes()) throw new DOMException('newer', 'VersionError')
      return original.apply(this, args)
    })
  } else {
    const original = IDBTransaction.prototype.dispatchEvent
    replace(IDBTransaction.prototype, 'dispatchEvent', function (this: IDBTransaction, event) {
      if (event.type !== 'complete' || this.mode !== 'readwrite' || !strikes()) {
        return original.call(this, event)
      }
      const insides = this as unknown as Insides
      if (fault === 'unheard-commit') insides._rollbackLog.length = 0
      insides._abort(fault === 'quota-abort' ? 'QuotaExceededError' : 'UnknownError')
      return true
    })
  }
  return {
    calls: () => calls,
    repair() {
      for (const undo of repairs.splice(0)) undo()
    },
  }
}

import { webcrypto } from 'node:crypto'

/*
 * Node 20 knows an ArrayBuffer by its prototype and refuses those born in jsdom's realm; views it
 * takes from anywhere. Same algorithms, same keys: only the wrapping of the bytes changes.
 */
const asView = (value: unknown) =>
  Object.prototype.toString.call(value) === '[object ArrayBuffer]'
    ? new Uint8Array(value as ArrayBuffer)
    : value

function withViews(value: unknown): unknown {
  const viewed = asView(value)
  if (viewed === null || typeof viewed !== 'object' || ArrayBuffer.isView(viewed)) return viewed
  if (Object.getPrototypeOf(viewed) !== Object.prototype) return viewed
  return Object.fromEntries(Object.entries(viewed).map(([name, part]) => [name, asView(part)]))
}

const subtle = new Proxy(webcrypto.subtle, {
  get(target, name) {
    const method: unknown = Reflect.get(target, name, target)
    if (typeof method !== 'function') return method
    return (...args: unknown[]) => Reflect.apply(method, target, args.map(withViews))
  },
})

Object.defineProperty(globalThis, 'crypto', {
  configurable: true,
  value: new Proxy(webcrypto, {
    get: (target, name) => {
      if (name === 'subtle') return subtle
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  }),
})

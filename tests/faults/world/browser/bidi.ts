import { once } from 'node:events'
import { WebSocket } from 'undici'

/** What a browser answers to a command, or tells by itself, in WebDriver BiDi (w3.org/TR/webdriver-bidi). */
interface Message {
  readonly id?: number
  readonly type: 'success' | 'error' | 'event'
  readonly result?: unknown
  readonly error?: string
  readonly message?: string
  readonly method?: string
  readonly params?: unknown
}

/** A value as it comes back from a page. */
export interface RemoteValue {
  readonly type: string
  readonly value?: unknown
}

export interface Evaluated {
  readonly type: 'success' | 'exception'
  readonly result?: RemoteValue
  readonly exceptionDetails?: { readonly text: string }
}

/** One session with a browser: commands, and the words that pages send through a channel. */
export interface Bidi {
  send<T = unknown>(method: string, params?: object): Promise<T>
  onMessage(channel: string, told: (data: RemoteValue) => void): void
}

/** Opens the only session a browser has. Commands without an answer end when the browser does. */
export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(`${address}/session`)
  const waiting = new Map<number, (message: Message) => void>()
  const channels = new Map<string, (data: RemoteValue) => void>()
  let last = 0
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message
    if (message.method === 'script.message') {
      const { channel, data: told } = message.params as { channel: string; data: RemoteValue }
      channels.get(channel)?.(told)
    }
    if (message.id === undefined) return
    waiting.get(message.id)?.(message)
    waiting.delete(message.id)
  })
  socket.addEventListener('close', () => {
    for (const answer of waiting.values()) answer({ type: 'error', error: 'closed' })
    waiting.clear()
  })
  await once(socket, 'open')
  const bidi: Bidi = {
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = ++last
        waiting.set(id, ({ type, result, error, message = '' }) =>
          type === 'error' ? reject(new Error(`${error}: ${message}`)) : resolve(result as never),
        )
        socket.send(JSON.stringify({ id, method, params }))
      }),
    onMessage: (channel, told) => channels.set(channel, told),
  }
  await bidi.send('session.new', { capabilities: {} })
  await bidi.send('session.subscribe', { events: ['script.message'] })
  return bidi
}

import { injectRequest } from '#tests/support/inject-request.ts'
import { createTestServer, type TestServer } from '#tests/support/test-server.ts'

/** The real server on a disk of its own, which can be stopped in the middle and started again. */
export interface FaultServer {
  /** The process that answers now. */
  now(): TestServer
  fetch(url: string, init: RequestInit): Promise<Response>
  /** Highest number that an answer said the server holds, by bearer; whether the answer arrived or not. */
  heldFrom(token: string): number
  restart(): Promise<void>
  close(): Promise<void>
}

/** How a request reaches the process that answers now; by hand, without a port, unless told. */
export type Carry = (server: TestServer, url: string, init: RequestInit) => Promise<Response>

const byHand: Carry = ({ app }, url, init) => injectRequest(app, url, init)

export async function createFaultServer(carry: Carry = byHand): Promise<FaultServer> {
  let running = await createTestServer()
  const held = new Map<string, number>()
  return {
    now: () => running,
    async fetch(url, init) {
      const response = await carry(running, url, init)
      const last = url === '/v1/listen' ? undefined : await lastHeld(response)
      const token = new Headers(init.headers).get('authorization')?.replace('Bearer ', '')
      if (token && last !== undefined) held.set(token, last)
      return response
    },
    heldFrom: (token) => held.get(token) ?? 0,
    async restart() {
      const { place, clock } = running
      await running.stop()
      const clockNow = clock.now
      running = await createTestServer({ place })
      running.clock.now = clockNow
    },
    close: () => running.close(),
  }
}

async function lastHeld(response: Response): Promise<number | undefined> {
  if (!response.ok) return undefined
  const text = await response.clone().text()
  const last = /"push":\{"last":(\d+)/.exec(text)?.[1]
  return last === undefined ? undefined : Number(last)
}

import type { AddressInfo } from 'node:net'
import { openPoorLink, type PoorLink } from '#tests/support/poor-link.ts'
import { createFaultServer, type FaultServer } from './fault-server.ts'

/** A server that listens, and the TCP link through which its devices reach it. */
export interface LinkedServer extends FaultServer {
  readonly link: PoorLink
}

export async function createLinkedServer(): Promise<LinkedServer> {
  let link: PoorLink | undefined
  const server = await createFaultServer((_, url, init) => fetch(`${link?.url}${url}`, init))
  const { app } = server.now()
  await app.listen({ host: '127.0.0.1', port: 0 })
  link = await openPoorLink({ targetPort: (app.server.address() as AddressInfo).port })
  const opened = link
  return {
    ...server,
    link: opened,
    async close() {
      await opened.close()
      await server.close()
    },
  }
}

import type { AddressInfo } from 'node:net'
import { type LinkTraits, openPoorLink, type PoorLink } from '#tests/support/poor-link.ts'
import { createFaultServer, type FaultServer } from './fault-server.ts'

/** A server that listens, and the TCP link through which its devices reach it. */
export interface LinkedServer extends FaultServer {
  readonly link: PoorLink
}

export async function createLinkedServer(
  traits: Omit<LinkTraits, 'targetPort'> = {},
): Promise<LinkedServer> {
  let link: PoorLink | undefined
  const server = await createFaultServer((_, url, init) => fetch(`${link?.url}${url}`, init))
  const { app } = server.now()
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  link = await openPoorLink({ ...traits, targetPort: port })
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

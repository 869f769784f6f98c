import type { FastifyInstance } from 'fastify'

const PATIENCE_MS = 500

/**
 * Stops listening, lets the requests under way be answered, and cuts after half a second those that
 * are not: a body that dribbles in must not hold the end of the server. What was cut was not
 * acknowledged, so the device sends it again.
 */
export async function closeApp(app: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), PATIENCE_MS)
  try {
    await app.close()
  } finally {
    clearTimeout(cut)
  }
}

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import type { TestServer } from '#tests/support/test-server.ts'

const FOLDER = '/faults/'
/** The page that a real browser opens: the client's own code, without its screens. */
export const FAULTS_PAGE = `${FOLDER}index.html`

/** A server that listens, and serves that page beside what it answers. */
export interface PageServer {
  readonly origin: string
  close(): Promise<void>
}

let scripts: Promise<ReadonlyMap<string, string>> | undefined

/** Listens on a free port: a browser does not reach a server by hand. */
export async function listen({ app }: TestServer): Promise<PageServer> {
  scripts ??= bundlePage()
  const files = await scripts
  await app.ready()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (!pathname.startsWith(FOLDER)) return app.routing(request, response)
    const script = files.get(basename(pathname))
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript')
    response.end(
      script ?? `<!doctype html><script type="module" src="${FOLDER}tab-page.js"></script>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, close: () => end(server) }
}

/** Browsers keep their connections: they would be waited for. */
function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

async function bundlePage(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'tab-page.ts')],
    outdir: '/',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  })
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]))
}

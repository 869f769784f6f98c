import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import * as esbuild from 'esbuild'
import { defineConfig, type Plugin, type Rolldown } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const emptyModule = new URL('./src/reports/empty-module.ts', import.meta.url).pathname

const modernDexie = new URL('./node_modules/dexie/dist/modern/dexie.mjs', import.meta.url).pathname

const productionRouter = new URL(
  './node_modules/react-router/dist/production/index.mjs',
  import.meta.url,
).pathname

/** `/declarer` is a page of its own; the server does the same in production. */
const declareEntry: Plugin = {
  name: 'escale-declare-entry',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (request.url?.split('?')[0] === '/declarer') request.url = '/declarer.html'
      next()
    })
  },
}

/** Says that making a component does nothing else, so that the router’s unused ones are left out. */
const routerPieces: Plugin = {
  name: 'escale-router-pieces',
  apply: 'build',
  transform(code, id) {
    if (!id.includes('/node_modules/react-router/')) return null
    return code
      .replace(/^\w+\.displayName = "[^"]+";$/gm, '')
      .replace(/= (\w+\.forwardRef\()/g, '= /* @__PURE__ */ $1')
  },
}

/** Each icon from its own file: through the list of all, every screen seems to use them all. */
const iconsByFile: Plugin = {
  name: 'escale-icons-by-file',
  apply: 'build',
  enforce: 'post',
  transform(code, id) {
    if (id.includes('/node_modules/') || !code.includes('lucide-react')) return null
    return code.replace(/import \{([^}]*)\} from ["']lucide-react["'];?/g, (_, names: string) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .map((name) => `import ${name} from '${iconFile(name)}';`)
        .join(''),
    )
  },
}

const iconFolder = new URL('./node_modules/lucide-react/dist/esm/', import.meta.url)
const iconList = readFileSync(new URL('lucide-react.mjs', iconFolder), 'utf8')

function iconFile(name: string): string {
  const found = iconList.match(new RegExp(`default as ${name}\\b[^}]*\\} from '([^']+)'`))
  if (!found?.[1]) throw new Error(`lucide-react has no icon ${name}`)
  return new URL(found[1], iconFolder).pathname
}

/** Every piece the app asks for, it asks for again when it does not come (`src/ask-again.ts`). */
const askedAgain: Plugin = {
  name: 'escale-asked-again',
  apply: 'build',
  enforce: 'post',
  transform(code, id) {
    if (!id.includes('/src/') || id.includes('/node_modules/')) return null
    const asked = code.replace(/\bimport\((["'`][^"'`]+["'`])\)/g, 'askAgain(() => import($1))')
    return asked === code ? null : `import { askAgain } from '#src/ask-again.ts';\n${asked}`
  },
}

/*
 * Pieces that are always loaded together make one file: fifty small ones cost 9 kB more, gzip, than
 * the same code in four. `common` is what the app and the ward phone share, `shell` the rest of what
 * opens the app, `start` what the two start pages both draw with, `tour` the rest of the officer’s; the
 * other screens keep the files Vite gives them.
 */
let reached: Record<'phone' | 'shell' | 'tour' | 'dashboard', ReadonlySet<string>> | undefined

/** What each entry imports by itself, walked once: the graph is whole when the first module asks. */
function reachedFrom(graph: Rolldown.ChunkingContext) {
  const walk = (entry: string) => {
    const seen = new Set<string>()
    const left = [new URL(entry, import.meta.url).pathname]
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      if (seen.has(id)) continue
      seen.add(id)
      left.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
    }
    return seen
  }
  reached ??= {
    phone: walk('./src/declare/main.tsx'),
    shell: walk('./src/main.tsx'),
    tour: walk('./src/features/tour/routes.tsx'),
    dashboard: walk('./src/features/dashboard/routes.tsx'),
  }
  return reached
}

const commonPieces: Rolldown.CodeSplittingNameFunction = (id, graph) => {
  const { phone, shell, tour } = reachedFrom(graph)
  return phone.has(id) && (shell.has(id) || tour.has(id)) ? 'common' : null
}

const appPieces: Rolldown.CodeSplittingNameFunction = (id, graph) => {
  // The entries are what the budget reads by name: they stay files of their own.
  if (/\/src\/(main|features\/[\w-]+\/routes)\.tsx$/.test(id)) return null
  const { shell, tour, dashboard } = reachedFrom(graph)
  if (shell.has(id)) return 'shell'
  if (!tour.has(id)) return null
  return dashboard.has(id) ? 'start' : 'tour'
}

/**
 * The worker of `src/background`, in one file: a service worker may not import what it did not have at
 * its start, and the app's own pieces are cut for pages.
 */
const backgroundWorker: Plugin = {
  name: 'escale-background-worker',
  apply: 'build',
  async generateBundle() {
    const { outputFiles } = await esbuild.build({
      entryPoints: ['src/background/worker.ts'],
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2022',
      write: false,
      logLevel: 'warning',
    })
    const [worker] = outputFiles
    if (worker) this.emitFile({ type: 'asset', fileName: 'background.js', source: worker.text })
  },
}

export default defineConfig({
  plugins: [
    react(),
    declareEntry,
    iconsByFile,
    askedAgain,
    routerPieces,
    backgroundWorker,
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src',
      filename: 'sw.ts',
      // The app registers the worker itself: no inline script, and it asks before updating.
      injectRegister: false,
      registerType: 'prompt',
      injectManifest: {
        // Fetched by the browser itself when it has a network: the app opens without it.
        globIgnores: ['background.js'],
        globPatterns: ['**/*.{js,css,html,woff2,ttf,svg,png,wasm,webmanifest}'],
        // Hashed names are their own revision: the worker need not fetch them twice.
        dontCacheBustURLsMatching: /^assets\//,
      },
      manifest: {
        id: '/',
        name: 'Escale, la qualité d’un établissement à l’autre',
        short_name: 'Escale',
        description: 'Audits, événements et plan d’actions, même sans réseau.',
        lang: 'fr',
        dir: 'ltr',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        theme_color: '#f5f4f0',
        background_color: '#f5f4f0',
        categories: ['medical', 'productivity'],
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          {
            src: '/icon-maskable-512.png',
            sizes: '512x512',
            type: 'image/png',
            purpose: 'maskable',
          },
        ],
        shortcuts: [
          {
            name: 'Déclarer un événement',
            short_name: 'Déclarer',
            url: '/declarer',
            icons: [{ src: '/shortcut-declare-96.png', sizes: '96x96', type: 'image/png' }],
          },
          {
            name: 'Reprendre l’audit',
            short_name: 'Reprendre',
            url: '/audits/reprendre',
            icons: [{ src: '/shortcut-resume-96.png', sizes: '96x96', type: 'image/png' }],
          },
        ],
      },
    }),
  ],
  resolve: {
    // jsPDF's optional companions are never used here and weigh 370 kB (docs/dependencies.md).
    alias: [
      { find: /^(html2canvas|canvg|dompurify)$/, replacement: emptyModule },
      // Its main entry is ES5 in an old wrapper; this one is the same library, 2 kB lighter.
      { find: /^dexie$/, replacement: modernDexie },
      // Its exports name the development build alone: the same router, without its warnings.
      { find: /^react-router$/, replacement: productionRouter },
      // What React 17 lacked; React has had it since 18.
      { find: /^use-sync-external-store\/shim$/, replacement: 'react' },
    ],
  },
  // A module worker of its own file: its answer carries the one policy that lets it compile wasm.
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // Read by the size budget: what each first screen really loads.
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: ['index.html', 'declarer.html'],
      output: {
        codeSplitting: {
          groups: [
            // By priority: a piece named by one group is not carried off by the next.
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
            { name: commonPieces, debugName: 'common', priority: 2 },
            { name: appPieces, debugName: 'app', priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:8080' } },
})

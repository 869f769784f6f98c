/** Who may import whom (docs/architecture.md). Every rule says why, so that a red build explains itself. */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or a third is missing.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'domain-stands-alone',
      comment:
        'Rules of the field are read, tested and trusted without a screen, a store or a network.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'protocol-knows-domain-only',
      comment: 'Both ends of the wire share it: whatever it imports, both carry.',
      severity: 'error',
      from: { path: '^src/protocol/' },
      to: { pathNot: '^src/(protocol|domain)/|(^|/)node_modules/zod/' },
    },
    {
      name: 'data-knows-no-screen',
      comment: 'Stores outlive screens. React enters by stores-context.ts alone.',
      severity: 'error',
      from: { path: '^src/data/', pathNot: '^src/data/stores-context\\.ts$' },
      to: {
        pathNot:
          '^src/(data|domain|protocol)/|(^|/)node_modules/(dexie|image-dimensions|tus-js-client|zod|uuid|@hpke)/',
      },
    },
    {
      name: 'reports-print-values',
      comment: 'A report is values in, Blob out, so that it can be made anywhere, offline.',
      severity: 'error',
      from: { path: '^src/reports/' },
      to: { pathNot: '^src/(reports|domain)/|(^|/)node_modules/(jspdf|jspdf-autotable)/' },
    },
    {
      name: 'interchange-is-pure',
      comment:
        'Converters run in a worker, on the command line and in the tests: no screen, no store.',
      severity: 'error',
      from: { path: '^src/interchange/' },
      to: {
        pathNot: '^src/(interchange|domain)/|(^|/)node_modules/(fflate|saxen|write-excel-file)/',
      },
    },
    {
      name: 'ui-knows-no-data',
      comment:
        'Primitives serve every screen; of the domain they know texts, days and forms as data.',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: {
        path: '^(src/(app|data|declare|features|interchange|protocol|reports)/|src/domain/(?!shared/|form/)|sync-server/)',
      },
    },
    {
      name: 'no-feature-but-mine',
      comment:
        'Two features meet in app/, never sideways: each can be read, changed or removed alone.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'features-know-no-shell',
      comment: 'Screens are mounted by the shell and do not reach back into it.',
      severity: 'error',
      from: { path: '^src/features/' },
      to: { path: '^(src/(app|declare)/|src/main\\.tsx|sync-server/)' },
    },
    {
      name: 'no-driver-on-screen',
      comment: 'Only the data room touches IndexedDB: crypto, transactions and order live there.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(data|declare)/' },
      to: { path: '(^|/)node_modules/(dexie|idb)/' },
    },
    {
      name: 'background-knows-no-screen',
      comment: 'What sends while no page is open has nobody to show anything to.',
      severity: 'error',
      from: { path: '^src/background/' },
      to: { pathNot: '^src/(background|data|declare)/' },
    },
    {
      name: 'light-entry-stays-light',
      comment: 'The ward phone loads at most 120 kB: nothing of the big app enters it.',
      severity: 'error',
      from: { path: '^src/declare/' },
      to: {
        path: '^src/(app|data|features|reports)/|(^|/)node_modules/(dexie|react-router)/',
      },
    },
    {
      name: 'server-knows-no-client',
      comment: 'The server shares rules and wire with the app, nothing else.',
      severity: 'error',
      from: { path: '^sync-server/' },
      to: { path: '^src/(app|data|declare|features|reports|ui)/' },
    },
    {
      name: 'nobody-imports-tests',
      comment: 'Test code proves the product and is no part of it.',
      severity: 'error',
      from: { path: '^(src|sync-server)/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
}

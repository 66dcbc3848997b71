// Who may import whom: the table of DESIGN.md as data, so that the plan cannot rot.
const rooms = ['core', 'db', 'adapters', 'indexer', 'workers', 'app', 'scripts', 'test', 'contracts']
const allowed = {
  core: [],
  db: ['core'],
  adapters: ['core'],
  indexer: ['core', 'db', 'adapters/(chain|metrics)'],
  workers: ['core', 'db', 'adapters'],
  app: ['core', 'db', 'adapters/(chain|queue|geocoders|push|keys|photos|metrics)'],
}
// A test beside its code may use the test support and start what it tests against.
const isTest = '\\.test\\.tsx?$'

const roomRules = Object.entries(allowed).map(([room, may]) => ({
  name: `${room}-imports`,
  comment: `${room} may import only: ${may.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^${room}/`, pathNot: isTest },
  to: { path: `^(${rooms.join('|')})/`, pathNot: `^(${[room, ...may].join('|')})(/|$)` },
}))

export default {
  forbidden: [
    ...roomRules,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'core-is-pure',
      comment: 'core has no I/O',
      severity: 'error',
      from: { path: '^core/', pathNot: isTest },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-workers-open',
      comment:
        'what members seal for the checkout workers is opened there, and by npm run keys never; core/payment/open.ts',
      severity: 'error',
      from: { path: '^(app|indexer|db|scripts)/', pathNot: isTest },
      to: { path: '^(core/payment/open|adapters/keys/checkout)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sql-lives-in-db',
      comment: 'postgres.js is used in db only; others take the client they are given',
      severity: 'error',
      from: { pathNot: '^(db|test)/|\\.test\\.tsx?$' },
      to: { path: 'node_modules/postgres/' },
    },
    {
      name: 'no-test-in-product',
      severity: 'error',
      // Benches and chaos are tests that take too long for npm test.
      from: { pathNot: `^test/|^scripts/(bench|chaos)/|${isTest}|^(vitest|playwright)\\.config\\.ts$` },
      to: { path: '^test/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules|\\.next|\\.cache|artifacts|cache)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}

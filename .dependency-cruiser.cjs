const { rooms } = require('./scripts/steps/rooms.cjs')

const pureRooms = `^lib/(${Object.keys(rooms)
  .filter((room) => rooms[room].pure)
  .join('|')})/`
// a process of its own reads its settings, as the command line does
const hosts = '^lib/queueServer/'
const tests = '\\.test\\.tsx?$|/_?testing/'

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'but for the editor of a field, which holds editors of fields',
      severity: 'error',
      from: { pathNot: '^app/_ui/forms/fields/' },
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-circular-but-through-the-field-editor',
      severity: 'error',
      from: { path: '^app/_ui/forms/fields/' },
      to: {
        circular: true,
        dependencyTypesNot: ['type-only'],
        viaOnly: { pathNot: '^app/_ui/forms/fields/FieldEditor\\.client' },
      },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...Object.entries(rooms).map(([room, { may: allowed }]) => ({
      name: `arrows-${room}`,
      comment: `lib/${room} may import ${allowed.join(', ') || 'no other room'}`,
      severity: 'error',
      from: { path: `^lib/${room}/`, pathNot: [tests, hosts] },
      to: { path: '^(lib|app|scripts|bench|e2e)/', pathNot: [`^lib/(${[room, ...allowed].join('|')})/`] },
    })),
    {
      name: 'pure-rooms-no-node',
      comment: 'pure rooms reach no file, network, process, clock or randomness of Node',
      severity: 'error',
      from: { path: pureRooms, pathNot: [tests, '^lib/catalog/(loadCatalog|readCatalogFolder)\\.ts$'] },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|buffer|util)$' },
    },
    {
      name: 'pure-rooms-no-adapters',
      comment: 'pure rooms know no framework and no database',
      severity: 'error',
      from: { path: pureRooms, pathNot: tests },
      to: {
        path: 'node_modules/(next|react|react-dom|drizzle-orm|pg|@electric-sql/pglite|hono|hawk|pino|taskcluster-client)/',
      },
    },
    {
      name: 'crypto-only-where-hashed',
      comment: 'SHA-256 is made in base and bundle',
      severity: 'error',
      from: {
        path: '^lib/(catalog|schema|pools|compose|lifecycle|testkit)/',
        pathNot: [tests, '^lib/catalog/loadCatalog\\.ts$'],
      },
      to: { path: '^(node:)?crypto$' },
    },
    {
      name: 'lib-without-app',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|e2e|bench)/' },
    },
    {
      name: 'app-without-cli',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^lib/cli/' },
    },
    {
      name: 'lib-without-react',
      comment: 'the framework is an adapter of app',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: 'node_modules/(next|react|react-dom)/' },
    },
    {
      name: 'client-components-stay-thin',
      comment: 'what runs in the browser reaches only base and types',
      severity: 'error',
      from: { path: '^app/.*\\.client\\.tsx?$' },
      to: { path: '^lib/(?!base/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'client-components-no-server',
      severity: 'error',
      from: { path: '^app/.*\\.client\\.tsx?$' },
      to: { path: '^app/_server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '^(app|e2e|scripts|bench)/', '(^|/)[^/]+\\.config\\.(ts|js|mjs)$', '^lib/index\\.ts$'],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|dist|node_modules/\\.cache)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    cache: false,
  },
}

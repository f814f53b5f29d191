// The rooms of lib/ and the arrows between them. CI holds every import to it (.dependency-cruiser.cjs), and docs/images/architecture.svg shows it.

/**
 * `may`: what a room may import beside itself. `pure`: no file, network, process, clock or randomness, no framework and no database.
 * @type {Record<string, { about: string, pure?: boolean, may: string[] }>}
 */
const rooms = {
  base: { about: 'JSON, problems, places', pure: true, may: [] },
  schema: { about: 'checking, deciding, narrowing', pure: true, may: ['base'] },
  compare: { about: 'two schemas: proved or refuted', pure: true, may: ['base', 'schema'] },
  catalog: { about: 'what engines and plugins can do', pure: true, may: ['base', 'schema'] },
  pools: { about: 'worker pools and their files', pure: true, may: ['base', 'schema'] },
  compose: {
    about: 'a design and all that follows',
    pure: true,
    may: ['base', 'catalog', 'schema', 'pools'],
  },
  lifecycle: {
    about: 'one task through its stages',
    pure: true,
    may: ['base', 'catalog', 'schema', 'compose'],
  },
  testkit: {
    about: 'an engine or a plugin by itself',
    pure: true,
    may: ['base', 'catalog', 'schema', 'compose', 'lifecycle'],
  },
  preview: { about: 'tasks in, verdicts out', pure: true, may: ['base', 'catalog', 'schema', 'compose', 'lifecycle'] },
  bundle: {
    about: 'files to start a worker with',
    pure: true,
    may: ['base', 'catalog', 'schema', 'pools', 'compose', 'lifecycle', 'preview'],
  },
  review: {
    about: 'what a change comes to',
    pure: true,
    may: ['base', 'catalog', 'schema', 'compare', 'compose', 'preview'],
  },
  thread: {
    about: 'foreign work that can be ended',
    may: [
      'base',
      'catalog',
      'schema',
      'compare',
      'pools',
      'compose',
      'lifecycle',
      'testkit',
      'preview',
      'bundle',
      'review',
    ],
  },
  registry: {
    about: 'the database: versions, audit',
    may: ['base', 'catalog', 'schema', 'compose', 'bundle', 'preview'],
  },
  http: { about: 'what every server does with a request', may: ['base'] },
  auth: { about: 'Hawk, scopes, sessions', may: ['base', 'registry'] },
  queue: {
    about: 'the embedded services',
    may: ['base', 'catalog', 'schema', 'pools', 'compose', 'bundle', 'preview', 'registry', 'auth', 'thread', 'http'],
  },
  registrar: {
    about: 'what a Queue holds, and telling it',
    may: [
      'base',
      'catalog',
      'schema',
      'compare',
      'pools',
      'compose',
      'bundle',
      'registry',
      'auth',
      'thread',
      'http',
      'queue',
    ],
  },
  gate: {
    about: 'refusing tasks before a Queue',
    may: ['base', 'schema', 'preview', 'registry', 'auth', 'thread', 'http', 'queue'],
  },
  queueServer: {
    about: 'Queue or gate as a process',
    may: ['base', 'registry', 'auth', 'thread', 'http', 'queue', 'gate'],
  },
  backup: {
    about: 'everything in one file, and back',
    may: ['base', 'catalog', 'schema', 'compose', 'registry', 'auth', 'queue', 'registrar'],
  },
}

/** What stands above all rooms and may use each of them, and not each other. */
const tops = { cli: { about: 'the command wtd' }, app: { about: 'pages and routes (Next.js)' } }

module.exports = { rooms, tops }

import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { testSeed } from './scripts/steps/testSeed.mjs'

// Rooms whose modules keep nothing between two tests; their files share one environment, and import the rooms once.
const pure = 'lib/{base,bundle,catalog,compare,compose,lifecycle,pools,preview,review,schema,testkit}/**/*.test.ts'
// Rooms with databases; their files hand stores on, which take longer to open than most tests.
const stores = 'lib/{auth,backup,gate,queue,queueServer,registrar,registry}/**/*.test.ts'

const seed = 'scripts/sayTestSeed.mjs'
const thread = 'scripts/testThread.mjs'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    environment: 'node',
    setupFiles: ['scripts/testSetup.ts'],
    env: { TEST_SEED: testSeed() },
    // by default one processor is left idle, which of two is half
    maxWorkers: availableParallelism(),
    // so long that only what hangs meets them, also where others use the machine
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      { extends: true, test: { name: 'pure', globalSetup: [seed], include: [pure], isolate: false } },
      { extends: true, test: { name: 'stores', globalSetup: [seed, thread], include: [stores], isolate: false } },
      {
        extends: true,
        test: {
          name: 'rooms',
          globalSetup: [seed, thread],
          include: ['{app,lib,scripts,bench}/**/*.test.{ts,tsx}'],
          exclude: [pure, stores],
        },
      },
    ],
  },
})

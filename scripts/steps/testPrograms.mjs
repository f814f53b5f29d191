import { ensureProgram } from './ensureProgram.mjs'
import { findChromium } from './findChromium.mjs'
import { findPostgres } from './findPostgres.mjs'

/** The variables that tell unit tests where PostgreSQL is, which is installed where it is missing. */
export const postgresVariables = () => ({
  POSTGRES_BIN: ensureProgram({ what: 'PostgreSQL', find: findPostgres, debianPackages: ['postgresql'] }),
})

/** The same for journeys, which need a browser too. */
export const browserVariables = () => ({
  ...postgresVariables(),
  CHROMIUM_PATH: ensureProgram({
    what: 'Chromium',
    find: findChromium,
    debianPackages: ['chromium-headless-shell', 'chromium'],
  }),
})

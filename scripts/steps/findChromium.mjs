import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

// the headless shell does the same with three quarters of the processor
const system = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** The browser of the system, else the one that Playwright has downloaded, else undefined. */
export function findChromium() {
  const { chromium } = createRequire(import.meta.url)('@playwright/test')
  const candidates = [process.env.CHROMIUM_PATH, ...system, chromium.executablePath()]
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path))
}

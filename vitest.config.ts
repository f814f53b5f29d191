import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['{app,lib,scripts,bench}/**/*.test.{ts,tsx}'],
    environment: 'node',
    globalSetup: ['scripts/testThread.mjs'],
    setupFiles: ['scripts/testSetup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

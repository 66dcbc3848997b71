import { defineConfig } from '@playwright/test'

// The browser and the running SNPD come from test/e2e/support/fixtures.ts: real ones, started by the tests themselves.
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: '.cache/e2e',
  // As in vitest.config.ts: they end what hangs, and guess nothing about how busy the machine is.
  timeout: 480_000,
  expect: { timeout: 60_000 },
  // Each has a whole SNPD of its own. Much of a test is waiting: for a block, a beacon, a shop that is asked politely.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  use: { trace: 'off' },
})

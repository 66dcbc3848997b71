import { defineConfig } from '@playwright/test'

// The browser and the running SNPD come from test/e2e/support/fixtures.ts: real ones, started by the tests themselves.
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: '.cache/e2e',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 1,
  retries: 0,
  forbidOnly: true,
  use: { trace: 'off' },
})

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{contracts,core,db,adapters,indexer,workers,app,scripts}/**/*.test.{ts,tsx}',
      'test/{integration,chaos,fuzz,attacks}/**/*.test.ts',
    ],
    globalSetup: ['test/support/global.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores, and most files drive real servers: more workers only take turns.
    maxWorkers: 2,
  },
})

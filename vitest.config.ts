import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Those that take a minute begin first: none is left to run alone in the end. */
const LONGEST = ['/test/chaos/', '/test/integration/', '/workers/', '/scripts/', '']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      LONGEST.findIndex((folder) => moduleId.includes(folder))
    return (await super.sort(files)).sort((one, other) => place(one) - place(other))
  }
}

/** Everything but core, which is pure: its files share a process, and what one of them imported. Half of their CPU. */
const rest = [
  '{contracts,db,adapters,indexer,workers,app,scripts}/**/*.test.{ts,tsx}',
  'test/{integration,chaos,fuzz,attacks}/**/*.test.ts',
]

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'rest', include: rest, globalSetup: ['test/support/global.ts'] } },
      { extends: true, test: { name: 'core', include: ['core/**/*.test.ts'], isolate: false } },
    ],
    // They end what hangs. Nothing takes so long on an idle machine, but beside others and the end-to-end tests everything
    // takes as long as they let it: a shorter time is a guess at how busy the machine is, and red where nothing is wrong.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // What a poll waits for comes, or it never does.
    expect: { poll: { timeout: 60_000 } },
    sequence: { sequencer: LongestFirst },
    // More than the two cores: half of the time files wait, for a lease to run out or a browser to draw.
    maxWorkers: 3,
  },
})

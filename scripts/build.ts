import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sentenceOf } from '../core/sentence.ts'
import { buildPages } from './start/pages.ts'
import { createStages } from './start/stages.ts'

// `npm run build`: the pages, as `npm start` builds them when they changed.
const logs = fileURLToPath(new URL('../.cache/', import.meta.url))
mkdirSync(logs, { recursive: true })
const stages = createStages((line) => process.stdout.write(`${line}\n`))
await stages
  .run('pages', () => buildPages(logs))
  .catch((error: unknown) => {
    process.stderr.write(`${sentenceOf(error)}\n`)
    process.exitCode = 1
  })

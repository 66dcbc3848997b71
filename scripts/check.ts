import { checks } from './check/checks.ts'
import { runAll } from './check/run.ts'

// `npm run check`: every rule of the house that a machine can see.
const results = await runAll(checks, (text) => process.stdout.write(text))
const failed = results.filter(({ ok }) => !ok)
process.stdout.write(`${results.length - failed.length} passed, ${failed.length} failed\n`)
process.exitCode = failed.length > 0 ? 1 : 0

import { Final, isSnpdError } from '../../core/errors.ts'
import { sentenceOf } from '../../core/sentence.ts'
import { EXIT_BAD_INPUT, EXIT_TROUBLE } from './result.ts'

/** What ended without an outcome: still one object for who asked for one. */
export function complain(error: unknown): void {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = error instanceof Final ? EXIT_BAD_INPUT : EXIT_TROUBLE
  if (!process.argv.includes('--json')) return
  const [code, fix] = isSnpdError(error) ? [error.code, error.fix] : ['internal', undefined]
  const message = error instanceof Error ? error.message : String(error)
  process.stdout.write(`${JSON.stringify({ outcome: null, error: { code, message, fix } })}\n`)
}

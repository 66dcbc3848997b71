import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { z } from 'zod'
import { Final } from '../../core/errors.ts'

/** Makes what a command says of words that it cannot take: what is wrong, and how it is used. */
export type Refuse = (message: string, cause?: unknown) => Final

export function refusing(usage: string): Refuse {
  return (message, cause) => new Final({ code: 'config.invalid', message, fix: `Usage: ${usage}`, cause })
}

type Options = NonNullable<ParseArgsConfig['options']>

/** Flags and words of a command. Node's complaint is cut to its first sentence: what follows is advice for programmers. */
export function readWords<const Named extends Options>(args: string[], options: Named, refuse: Refuse) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (cause) {
    const [first = ''] = (cause as Error).message.split(/\.? *\n|\. /)
    throw refuse(`${first}.`, cause)
  }
}

/** The same of a command that takes flags alone. */
export function readFlags<const Named extends Options>(args: string[], options: Named, refuse: Refuse) {
  const { values, positionals } = readWords(args, options, refuse)
  if (positionals.length > 0) throw refuse(`Unexpected argument '${positionals[0]}'.`)
  return values
}

/** The flags in their shape; all that is wrong in one sentence. The messages of the shape say what a flag must be. */
export function shaped<Shape extends z.ZodType>(
  shape: Shape,
  given: unknown,
  refuse: Refuse,
): z.infer<Shape> {
  const parsed = shape.safeParse(given)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `--${path.join('.')} must be ${message}`)
  throw refuse(`${problems.join('; ')}.`)
}

import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Final } from '../../core/errors.ts'

const usage =
  'npm run simulate-economy -- [--seed N] [--members 5000] [--days 60] [--ring-size 20] [--ruleset FILE] [--no-discount] [--json]'

const flagsShape = z.object({
  seed: z.coerce.number().int().min(0),
  members: z.coerce.number().int().min(100).max(100_000),
  days: z.coerce.number().int().min(1).max(1_000),
  'ring-size': z.coerce.number().int().min(2).max(1_000),
  ruleset: z.string().optional(),
  'no-discount': z.boolean(),
  json: z.boolean(),
})
export type EconomyFlags = z.infer<typeof flagsShape>

const options = {
  seed: { type: 'string', default: '1' },
  members: { type: 'string', default: '5000' },
  days: { type: 'string', default: '60' },
  'ring-size': { type: 'string', default: '20' },
  ruleset: { type: 'string' },
  'no-discount': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

/** The command line of `npm run simulate-economy`. Pure. @throws Final `config.invalid` */
export function parseEconomyFlags(args: string[]): EconomyFlags {
  try {
    return flagsShape.parse(parseArgs({ args, options }).values)
  } catch (cause) {
    const issues = cause instanceof z.ZodError ? cause.issues : []
    const message = issues.map((issue) => `--${issue.path.join()}: ${issue.message}`).join('; ')
    const said = message || (cause as Error).message
    throw new Final({ code: 'config.invalid', message: said, fix: `Usage: ${usage}`, cause })
  }
}

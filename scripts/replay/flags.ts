import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Final } from '../../core/errors.ts'
import type { Ruleset } from '../../core/karma/rule.ts'
import { parseRuleset } from '../../core/karma/ruleset.ts'

const usage = 'npm run replay-rules -- --ruleset FILE [--data .snpd] [--json]'

export type ReplayFlags = {
  /** Of the data: which `npm start` is meant. */
  data: string
  /** Path of the proposed rule set. */
  file: string
  json: boolean
}

/** The command line of `npm run replay-rules`. Pure. @throws Final `config.invalid` */
export function parseReplayFlags(args: string[]): ReplayFlags {
  const options = {
    ruleset: { type: 'string' },
    data: { type: 'string', default: '.snpd' },
    json: { type: 'boolean', default: false },
  } as const
  try {
    const { ruleset: file, data, json } = parseArgs({ args, options }).values
    if (file) return { file, data, json }
  } catch (cause) {
    const { message } = cause as Error
    throw new Final({ code: 'config.invalid', message, fix: `Usage: ${usage}`, cause })
  }
  throw new Final({
    code: 'config.invalid',
    message: 'Name the file of the proposed rule set.',
    fix: `Usage: ${usage}; npm run karma -- rules --json prints the present one.`,
  })
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new Final({
      code: 'config.invalid',
      message: `${file} cannot be read as JSON: ${(cause as Error).message}.`,
      fix: 'Start from the present rules: npm run karma -- rules --json > rules.json',
      cause,
    })
  }
}

/** The rule set in a file, as `npm run karma -- rules --json` prints it. @throws Final `config.invalid` */
export function readRulesetFile(file: string): Ruleset {
  const parsed = parseRuleset(readJson(file))
  if ('ruleset' in parsed) return parsed.ruleset
  throw new Final({
    code: 'config.invalid',
    message: `${file} is no rule set: ${parsed.problems.join('; ')}.`,
    fix: 'Start from the present rules: npm run karma -- rules --json > rules.json',
  })
}

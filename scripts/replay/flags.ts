import { readFileSync } from 'node:fs'
import { Final } from '../../core/errors.ts'
import type { Ruleset } from '../../core/karma/rule.ts'
import { parseRuleset } from '../../core/karma/ruleset.ts'
import { readFlags, refusing } from '../cli/flags.ts'

const refuse = refusing(
  'npm run replay-rules -- --ruleset FILE [--data .snpd] [--json]; npm run karma -- rules --json prints the present one.',
)

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
  const { ruleset: file, data, json } = readFlags(args, options, refuse)
  if (file) return { file, data, json }
  throw refuse('Name the file of the proposed rule set.')
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

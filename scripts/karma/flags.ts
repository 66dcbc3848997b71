import { z } from 'zod'
import { reasonShape } from '../../core/karma/shape.ts'
import { readWords, refusing } from '../cli/flags.ts'

const usage =
  'npm run karma -- awards [--username NAME] | reverse AWARD_ID "REASON" | rules [--json]  [--data .snpd]'

export type KarmaFlags = {
  /** Of the data: which `npm start` is meant. */
  data: string
  command:
    | { name: 'awards'; username: string | undefined }
    | { name: 'reverse'; awardId: string; reason: string }
    | { name: 'rules'; json: boolean }
}

const refuse = refusing(usage)

type Values = { username: string | undefined; json: boolean }

function commandOf([name, ...rest]: string[], { username, json }: Values): KarmaFlags['command'] {
  if (name === 'awards' && rest.length === 0) return { name, username }
  if (name === 'rules' && rest.length === 0) return { name, json }
  const [awardId, reason] = rest
  const parsed = z.object({ awardId: z.uuid(), reason: reasonShape }).safeParse({ awardId, reason })
  if (name === 'reverse' && rest.length === 2 && parsed.success) return { name, ...parsed.data }
  throw refuse('Say what to do: list awards, take one back by its id and with a reason, or show the rules.')
}

/** The command line of `npm run karma`. Pure. @throws Final `config.invalid` */
export function parseKarmaFlags(args: string[]): KarmaFlags {
  const options = {
    data: { type: 'string', default: '.snpd' },
    username: { type: 'string' },
    json: { type: 'boolean', default: false },
  } as const
  const { values, positionals } = readWords(args, options, refuse)
  const { data, username, json } = values
  return { data, command: commandOf(positionals, { username, json }) }
}

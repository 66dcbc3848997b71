import { z } from 'zod'
import { currencyShape } from '../../core/money.ts'
import { readWords, refusing, shaped } from '../cli/flags.ts'

const usage = `npm run targets -- COMMAND [--data .snpd]

  list        every product page that is watched, how often, and how its last look went
  add URL --sneaker STYLE_CODE --store SLUG [--currency USD] [--every SECONDS]
              watches a page from now on; one that is watched already goes on, as said here
  pause ID    stops watching
  resume ID   goes on, at once
  remove ID   forgets the page and what was seen there; restocks that came of it stay

The database is that of APP_DATABASE_URL or DATABASE_URL, or the one that npm start runs on the data folder. Monitors pace
themselves; --every is for a page that needs its own pace, and is kept only as far as its shop's budget allows.
`

const options = {
  data: { type: 'string', default: '.snpd' },
  sneaker: { type: 'string' },
  store: { type: 'string' },
  currency: { type: 'string' },
  every: { type: 'string' },
} as const

export type TargetsCommand =
  | { name: 'list' }
  | {
      name: 'add'
      url: string
      style: string
      store: string
      currency: string | null
      everyMs: number | null
    }
  | { name: 'pause' | 'resume' | 'remove'; id: string }
export type TargetsFlags = { data: string; command: TargetsCommand }

const refuse = refusing(usage)

const addShape = z.object({
  sneaker: z.string('a style code').min(1, 'a style code'),
  store: z.string('the name of a store').min(1, 'the name of a store'),
  currency: currencyShape.nullable().default(null),
  every: z.coerce
    .number('a number of seconds')
    .min(1, 'at least 1')
    .max(86_400, 'at most 86400')
    .nullable()
    .default(null),
})

function addOf(url: string, given: object): TargetsCommand {
  const { sneaker: style, store, currency, every } = shaped(addShape, given, refuse)
  return { name: 'add', url, style, store, currency, everyMs: every === null ? null : every * 1_000 }
}

/** The command line of `npm run targets`. Pure. @throws Final `config.invalid` */
export function parseTargetsFlags(args: string[]): TargetsFlags {
  const { values, positionals } = readWords(args, options, refuse)
  const [name, argument, ...rest] = positionals
  const { data } = values
  if (name === 'list' && argument === undefined) return { data, command: { name } }
  if (name === 'add' && argument && rest.length === 0) return { data, command: addOf(argument, values) }
  const isKnown = name === 'pause' || name === 'resume' || name === 'remove'
  if (isKnown && rest.length === 0 && z.uuid().safeParse(argument).success)
    return { data, command: { name, id: argument ?? '' } }
  throw refuse('The command is one of list, add URL, pause ID, resume ID, remove ID.')
}

import { z } from 'zod'
import { type Price, parsePrice } from '../../core/checkout/price.ts'
import { releaseKindShape } from '../../core/release/shape.ts'
import { isTimeZone } from '../../core/time-zone.ts'
import type { NewRelease } from '../../db/releases/upsert.ts'
import { readWords, refusing, shaped } from '../cli/flags.ts'

const usage = `npm run releases -- COMMAND [--data .snpd]

  list [--from DAY] [--to DAY]
            what comes out, drops too; by default from yesterday to 90 days ahead
  add --sneaker STYLE_CODE --on DAY [--at HH:MM] --kind drop|raffle|in-store|online --says "who said so"
      [--store SLUG | --zone Europe/Paris] [--url URL] [--price "120.00 USD"]
            announces it. Days and hours are by the shop's clock; without a shop by that of --zone
  move ID --on DAY [--at HH:MM]
            another day; one that was cancelled is on again
  cancel ID
            it stays in the calendar, as cancelled

Days are written 2026-12-01. The database is that of APP_DATABASE_URL or DATABASE_URL, or the one that npm start runs on the
data folder. SNPD's own drops are in the calendar by themselves.
`

const text = { type: 'string' } as const
const options = {
  data: { type: 'string', default: '.snpd' },
  ...{ from: text, to: text, sneaker: text, on: text, at: text, kind: text, says: text },
  ...{ store: text, zone: text, url: text, price: text },
} as const

export type Announcement = Pick<NewRelease, 'on' | 'kind' | 'evidence' | 'price'> & {
  style: string
  store: string | null
  zone: string | null
  url: string | null
}
export type ReleasesCommand =
  | { name: 'list'; from?: string | undefined; to?: string | undefined }
  | ({ name: 'add' } & Announcement)
  | { name: 'move'; id: string; on: NewRelease['on'] }
  | { name: 'cancel'; id: string }

const refuse = refusing(usage)

const dayShape = z.iso.date('a day such as 2026-12-01')
const wordsShape = (what: string) =>
  z.string(what).trim().min(1, what).max(200, `${what}, of up to 200 characters`)
const onShape = z.object({
  on: dayShape,
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'an hour such as 09:30')
    .optional(),
})

const hasCurrency = (price: Price | undefined): price is { minor: number; currency: string } =>
  price !== undefined && price.currency !== null

const priceShape = z
  .string()
  .transform(parsePrice)
  .refine(hasCurrency, 'an amount and its currency, such as "120.00 USD"')

const addShape = onShape.extend({
  sneaker: wordsShape('a style code'),
  kind: z.enum(releaseKindShape.options, 'one of drop, raffle, in-store and online'),
  says: wordsShape('a few words on who said so'),
  store: wordsShape('the name of a store').nullable().default(null),
  zone: z.string().refine(isTimeZone, 'a time zone such as America/New_York').nullable().default(null),
  url: z.string().nullable().default(null),
  price: priceShape.nullable().default(null),
})
const listShape = z.object({ from: dayShape.optional(), to: dayShape.optional() })

const onOf = ({ on: day, at: time }: z.infer<typeof onShape>) => ({
  day,
  ...(time !== undefined && { time }),
})

function addOf(values: object): ReleasesCommand {
  const {
    sneaker: style,
    kind,
    says: evidence,
    store,
    zone,
    url,
    price,
    ...when
  } = shaped(addShape, values, refuse)
  if (store === null && zone === null) throw refuse('--store or --zone must say by whose clock.')
  return { name: 'add', on: onOf(when), style, kind, evidence, store, zone, url, price }
}

/** The command line of `npm run releases`. Pure. @throws Final `config.invalid` */
export function parseReleasesFlags(args: string[]): { data: string; command: ReleasesCommand } {
  const { values, positionals } = readWords(args, options, refuse)
  const [name, id, ...rest] = positionals
  const { data } = values
  if (name === 'list' && id === undefined)
    return { data, command: { name, ...shaped(listShape, values, refuse) } }
  if (name === 'add' && id === undefined) return { data, command: addOf(values) }
  const isId = rest.length === 0 && id !== undefined && z.uuid().safeParse(id).success
  if (name === 'move' && isId)
    return { data, command: { name, id, on: onOf(shaped(onShape, values, refuse)) } }
  if (name === 'cancel' && isId) return { data, command: { name, id } }
  throw refuse('The command is one of list, add, move ID, cancel ID.')
}

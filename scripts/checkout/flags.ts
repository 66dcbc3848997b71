import { z } from 'zod'
import { readFlags, refusing, shaped } from '../cli/flags.ts'

const usage =
  'npm run checkout -- (--url PRODUCT_URL | --site NAME --sku SKU) [--size 10] [--mode dry-run|review|auto] [--profile FILE] [--max-total 150.00] [--json]'

export const help = `Walks to a shop's checkout for you, shows what it would cost, and orders one pair if you say so.

${usage}

  --url URL          the product page, of any shop
  --site, --sku      instead of --url: a shop that SNPD knows, and its number for the product; with --url: the kind of
                     shop that is at that address
  --size             as the shop writes it: 10, "EU 44", M
  --mode             dry-run stops before ordering; review (the default) asks you first; auto does not ask
  --profile FILE     JSON: email, first_name, last_name, phone, address {street, city, state, zip_code, country},
                     card? {number, expiry, name}, shipping? cheapest|fastest,
                     payment? a list, best first: cash_on_delivery, card, invoice, bank_transfer
  --max-total        the most it may cost in all: 150.00, or with a currency: "150.00 EUR"; auto needs it
  --json             print one JSON object with the outcome on stdout; progress goes to stderr
  --journal FOLDER   where it is kept what was ordered, so that nothing is ordered twice (.snpd-checkout)
  --again            order once more what this profile has ordered here before
  --help             this text

The card's security code is read from SNPD_CVC, or asked for on a terminal; it is kept nowhere.

Exit codes: 0 ordered, or a dry run that reached the total; 3 handed over to you; 4 not ordered; 5 unknown, look in
your mail; 2 the command line or the profile is wrong; 1 something else went wrong.
`

const modeShape = z.enum(['dry-run', 'review', 'auto'], 'dry-run, review or auto')
export type Mode = z.infer<typeof modeShape>

export type MaxTotal = {
  /** A decimal number as typed: how many minor units it is depends on the shop's currency. */
  amount: string
  currency: string | null
}

export type Flags = {
  target: { url: string; site?: string } | { site: string; sku: string }
  /** Empty: not said. */
  size: string
  mode: Mode
  profile: string | undefined
  maxTotal: MaxTotal | undefined
  json: boolean
  journal: string
  again: boolean
}

const maxTotalShape = z.string().transform((text, context): MaxTotal => {
  const [, before, amount, after] =
    /^\s*([A-Za-z]{3})?\s*(\d{1,9}(?:[.,]\d{1,2})?)\s*([A-Za-z]{3})?\s*$/.exec(text) ?? []
  const code = (before ?? after)?.toUpperCase() ?? null
  if (amount && Number(amount.replace(',', '.')) > 0)
    return { amount: amount.replace(',', '.'), currency: code }
  context.addIssue({ code: 'custom', message: 'an amount above zero, such as 150.00 or "150.00 EUR"' })
  return z.NEVER
})

const shape = z.object({
  url: z.string().min(1, 'an address').optional(),
  site: z.string().min(1, 'a name').optional(),
  sku: z
    .string()
    .regex(/^[\w.-]{1,64}$/, 'letters, digits, - and .')
    .optional(),
  size: z.string().trim().max(20, 'at most 20 characters').default(''),
  mode: modeShape.default('review'),
  profile: z.string().min(1, 'a file').optional(),
  'max-total': maxTotalShape.optional(),
  json: z.boolean().default(false),
  journal: z.string().min(1, 'a folder').default('.snpd-checkout'),
  again: z.boolean().default(false),
})

const text = { type: 'string' } as const
const yes = { type: 'boolean' } as const
const options = {
  ...{ url: text, site: text, sku: text, size: text, mode: text, profile: text, 'max-total': text },
  ...{ json: yes, journal: text, again: yes, help: yes },
}

const refuse = refusing(usage)

function targetOf({ url, site, sku }: z.infer<typeof shape>): Flags['target'] {
  if (url && !sku) return site ? { url, site } : { url }
  if (!url && site && sku) return { site, sku }
  throw refuse('Say what to buy: either --url, or --site together with --sku.')
}

/** Auto spends money unasked: it needs to know how much, and for whom. */
function requireAuto({ mode, profile, maxTotal }: Flags): void {
  if (mode !== 'auto') return
  if (!profile) throw refuse('--mode auto needs --profile.')
  if (!maxTotal) throw refuse('--mode auto needs --max-total: the most it may spend.')
}

/**
 * The command line of `npm run checkout`; undefined when it asks for help. Pure.
 * @throws Final `config.invalid`
 */
export function parseFlags(args: string[]): Flags | undefined {
  const values = readFlags(args, options, refuse)
  if (values.help) return undefined
  const given = shaped(shape, values, refuse)
  const { size, mode, profile, json, journal, again } = given
  const maxTotal = given['max-total']
  const flags = { target: targetOf(given), size, mode, profile, maxTotal, json, journal, again }
  requireAuto(flags)
  return flags
}

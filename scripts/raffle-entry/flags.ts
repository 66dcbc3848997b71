import { z } from 'zod'
import { readFlags, refusing, shaped } from '../cli/flags.ts'

const usage =
  'npm run raffle-entry -- --url DRAW_URL [--size 10] [--store NAME] [--receive store|shipping] [--mode dry-run|review|auto] [--profile FILE] [--json]'

export const help = `Fills in the form of a shop's own draw for you, and enters once if you say so.

${usage}

  --url URL          the draw's page, of any shop
  --size             as the shop writes it: 10, "EU 44"
  --store NAME       where you would pick up; goes before the profile's stores
  --receive          store: pick up; shipping: sent to you
  --mode             dry-run stops before entering; review (the default) asks you first; auto does not ask
  --profile FILE     JSON: email, first_name, last_name, phone?, address? {street, city, state, zip_code, country},
                     birth_date? 1998-04-30, instagram?, stores? a list, best first, receive? store|shipping,
                     answers? {words of a question: your answer}
  --json             print one JSON object with the outcome on stdout; progress goes to stderr
  --journal FOLDER   where it is kept what was entered, so that nothing is entered twice (.snpd-checkout)
  --help             this text

What the form demands and the profile does not have is never made up: you are told what is missing.

Exit codes: 0 entered (now or before), or a dry run that reached the end; 3 handed over to you; 4 not entered; 5 unknown,
look in your mail; 2 the command line or the profile is wrong; 1 something else went wrong.
`

const shape = z.object({
  url: z.string('an address').min(1, 'an address'),
  size: z.string().trim().max(20, 'at most 20 characters').default(''),
  store: z.string().trim().min(1, 'a name').optional(),
  receive: z.enum(['store', 'shipping'], 'store or shipping').optional(),
  mode: z.enum(['dry-run', 'review', 'auto'], 'dry-run, review or auto').default('review'),
  profile: z.string().min(1, 'a file').optional(),
  json: z.boolean().default(false),
  journal: z.string().min(1, 'a folder').default('.snpd-checkout'),
})
export type EntryFlags = z.infer<typeof shape>

const text = { type: 'string' } as const
const yes = { type: 'boolean' } as const
const options = {
  ...{ url: text, size: text, store: text, receive: text, mode: text, profile: text },
  ...{ json: yes, journal: text, help: yes },
}

const refuse = refusing(usage)

/**
 * The command line of `npm run raffle-entry`; undefined when it asks for help. Pure.
 * @throws Final `config.invalid`
 */
export function parseEntryFlags(args: string[]): EntryFlags | undefined {
  const values = readFlags(args, options, refuse)
  if (values.help) return undefined
  const given = shaped(shape, values, refuse)
  // Auto sends what nobody looks at: it needs to know whose.
  if (given.mode === 'auto' && !given.profile) throw refuse('--mode auto needs --profile.')
  return given
}

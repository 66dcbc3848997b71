import { z } from 'zod'
import { readFlags, refusing, shaped } from '../cli/flags.ts'

const usage =
  'npm run monitor -- --url PRODUCT_URL [--every 5s] [--size 10] [--once | --for 10m] [--browser] [--json]'

export const help = `Watches one product page of any shop, and says what changes: which sizes are in, out, to be ordered in advance, or unknown.

${usage}

  --url URL       the product page, of any shop
  --every TIME    from one look to the next: 5s (the default), 500ms, 1m; never faster than the shop allows
  --size          this size alone, as the shop writes it: 10, "EU 44", M
  --once          one look, and no more
  --for TIME      ends by itself: 90s, 10m, 2h
  --browser       reads the page in a browser: for shops whose HTML has no sizes before its scripts have run
  --json          one JSON object a line on stdout for each size when the watch begins, and for each change from then on
  --data FOLDER   used where the machine's temporary folder is not safe to keep the shop's gate in (.snpd-monitor)
  --help          this text

Progress and complaints go to stderr. docs/monitor.md says what stands in a line.

Exit codes: 0 ended as asked, or by Ctrl-C; 2 the command line is wrong; 3 the shop does not allow it (robots.txt);
4 no look was answered with any stock; 1 something else went wrong.
`

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }

/** "500ms", "5s", "10m", "2h", or seconds alone, as milliseconds. */
const timeShape = z.string().transform((text, context) => {
  const [, number, unit = 's'] = /^(\d{1,6}(?:\.\d{1,3})?)(ms|s|m|h)?$/.exec(text.trim()) ?? []
  const ms = Number(number) * (UNITS[unit] ?? 0)
  if (ms > 0) return Math.round(ms)
  context.addIssue({ code: 'custom', message: 'a time above zero, such as 500ms, 5s, 10m or 2h' })
  return z.NEVER
})

const shape = z.object({
  url: z.string('the address of a product page').min(1, 'the address of a product page'),
  every: timeShape.default(5_000),
  size: z.string().trim().min(1, 'a size').max(20, 'at most 20 characters').optional(),
  once: z.boolean().default(false),
  for: timeShape.optional(),
  browser: z.boolean().default(false),
  json: z.boolean().default(false),
  data: z.string().min(1, 'a folder').default('.snpd-monitor'),
})

export type MonitorFlags = {
  url: string
  everyMs: number
  /** Undefined: all of them. */
  size: string | undefined
  once: boolean
  forMs: number | undefined
  browser: boolean
  json: boolean
  data: string
}

const text = { type: 'string' } as const
const yes = { type: 'boolean' } as const
const options = {
  ...{ url: text, every: text, size: text, for: text, data: text },
  ...{ once: yes, browser: yes, json: yes, help: yes },
}

const refuse = refusing(usage)

/**
 * The command line of `npm run monitor`; undefined when it asks for help. Pure.
 * @throws Final `config.invalid`
 */
export function parseMonitorFlags(args: string[]): MonitorFlags | undefined {
  const values = readFlags(args, options, refuse)
  if (values.help) return undefined
  const given = shaped(shape, values, refuse)
  const { url, every: everyMs, size, once, for: forMs, browser, json, data } = given
  if (once && forMs !== undefined) throw refuse('Say either --once or --for.')
  return { url, everyMs, size, once, forMs, browser, json, data }
}

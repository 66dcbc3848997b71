import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Final } from '../../core/errors.ts'

const usage = 'npm start -- [--port 3000] [--data .snpd] [--fresh] [--workers 1] [--no-demo] [--no-neighbour]'

export type Flags = {
  /** Of the web app; the four after it are the shop's, the chain's, Postgres' and the beacon's. */
  port: number
  /** Path of the data folder. */
  data: string
  /** Delete what the data folder holds first. */
  fresh: boolean
  /** Processes that work on checkouts, each with a browser of its own. */
  workers: number
  /** Demo members and drops, the simulated shop, burner wallets. */
  demo: boolean
  /** In the demo: the member who confirms what you report. Off, a second person does it. */
  neighbour: boolean
}

const shape = z.object({
  port: z.coerce.number('a number').int('a whole number').min(1, '1 or more').max(65531, 'at most 65531'),
  data: z.string().min(1, 'a folder'),
  fresh: z.boolean(),
  workers: z.coerce.number('a number').int('a whole number').min(1, '1 or more').max(16, 'at most 16'),
  demo: z.boolean(),
  neighbour: z.boolean(),
})

function read(args: string[]) {
  try {
    return parseArgs({
      args,
      allowNegative: true,
      options: {
        port: { type: 'string', default: '3000' },
        data: { type: 'string', default: '.snpd' },
        fresh: { type: 'boolean', default: false },
        workers: { type: 'string', default: '1' },
        demo: { type: 'boolean', default: true },
        neighbour: { type: 'boolean', default: true },
      },
    }).values
  } catch (cause) {
    const [first = ''] = (cause as Error).message.split('. ')
    throw new Final({ code: 'config.invalid', message: `${first}.`, fix: `Usage: ${usage}`, cause })
  }
}

/**
 * The command line of `npm start`. Pure.
 * @throws Final `config.invalid`
 */
export function parseFlags(args: string[]): Flags {
  const parsed = shape.safeParse(read(args))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `--${path.join('.')} must be ${message}`)
  throw new Final({ code: 'config.invalid', message: `${problems.join('; ')}.`, fix: `Usage: ${usage}` })
}

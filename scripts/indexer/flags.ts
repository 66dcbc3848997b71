import { z } from 'zod'
import { readFlags, refusing, shaped } from '../cli/flags.ts'
import { token, url } from './shapes.ts'

const usage =
  'npm run indexer -- --rpc URL --database-url URL (--token 0x… --from-block N | --deployment FILE) [--ws URL] [--exit-at-head]'

export const help = `Mirrors a token's ledger, or all events of a deployment of SNPD, into schema "chain" of a database, and keeps it so.

${usage}

  --rpc URL           an Ethereum JSON-RPC endpoint, http or https
  --ws URL            where the same node announces new blocks, ws or wss; without it the node is polled
  --database-url URL  Postgres 15 or newer; its user owns schema "chain" or may create it
  --token 0x…         mirror the ledger of this ERC-20, and nothing else
  --from-block N      the block of the token's first transfer, or an earlier one
  --deployment FILE   mirror all contracts of the deployment file that "npm run deploy" wrote
  --exit-at-head      end when the newest block is mirrored, after a comparison with the token's own sums
  --help              this text

RPC_URL, WS_URL, INDEXER_DATABASE_URL and DEPLOYMENT stand in for flags that are left out: other users of the machine can
see flags. Run again, it goes on where it was. On a terminal it shows its progress; otherwise it logs JSON.
`

export type Flags = {
  rpcUrl: string
  wsUrl: string | undefined
  databaseUrl: string
  /** Lower-case address and first block, or the path of a deployment file. */
  subject: { token: `0x${string}`; fromBlock: number } | { deployment: string }
  exitAtHead: boolean
}

const fromBlock = z
  .string()
  .regex(/^[0-9]{1,15}$/, 'a block number')
  .transform(Number)

const shape = z.object({
  rpc: url('http:', 'https:'),
  ws: url('ws:', 'wss:').optional(),
  'database-url': url('postgres:', 'postgresql:'),
  token: token.optional(),
  'from-block': fromBlock.optional(),
  deployment: z.string().min(1, 'a file').optional(),
  'exit-at-head': z.boolean(),
})

const refuse = refusing(usage)

const options = {
  rpc: { type: 'string' },
  ws: { type: 'string' },
  'database-url': { type: 'string' },
  token: { type: 'string' },
  'from-block': { type: 'string' },
  deployment: { type: 'string' },
  'exit-at-head': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** Exactly one thing to mirror. A flag outweighs the environment. */
function subjectOf(
  { token: address, 'from-block': first, deployment }: z.infer<typeof shape>,
  fallback: string | undefined,
): Flags['subject'] {
  if (address && deployment) throw refuse('--token and --deployment exclude each other.')
  if (address) {
    if (first === undefined) throw refuse('--token needs --from-block.')
    return { token: address, fromBlock: first }
  }
  if (first !== undefined) throw refuse('--from-block belongs to --token; a deployment file tells its own.')
  const file = deployment ?? fallback
  if (file) return { deployment: file }
  throw refuse('--token or --deployment must say what to mirror.')
}

/**
 * The command line of `npm run indexer`. Pure.
 * @returns undefined when help was asked for
 * @throws Final `config.invalid`; values are never quoted (they may hold secrets)
 */
export function parseFlags(
  args: string[],
  environment: Record<string, string | undefined>,
): Flags | undefined {
  const { help: isHelp, ...given } = readFlags(args, options, refuse)
  if (isHelp) return undefined
  const flags = shaped(
    shape,
    {
      ...given,
      rpc: given.rpc ?? environment.RPC_URL,
      ws: given.ws ?? (environment.WS_URL || undefined),
      'database-url': given['database-url'] ?? environment.INDEXER_DATABASE_URL,
    },
    refuse,
  )
  const { rpc, ws, 'database-url': databaseUrl, 'exit-at-head': exitAtHead } = flags
  return {
    rpcUrl: rpc,
    wsUrl: ws,
    databaseUrl,
    subject: subjectOf(flags, environment.DEPLOYMENT),
    exitAtHead,
  }
}

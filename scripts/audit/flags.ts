import { z } from 'zod'
import { readFlags, refusing, shaped } from '../cli/flags.ts'
import { token, url } from '../indexer/shapes.ts'

const usage =
  'npm run audit-ledger -- [--data .snpd] [--rpc URL --database-url URL (--token 0x… | --deployment FILE)] [--sample N]'

export const help = `Compares the mirror in schema "chain" with the chain, at the block where the mirror stands, and prints the drift, which must be 0.

${usage}

  --data FOLDER       audit what "npm start" runs on this data folder; .snpd by default
  --rpc URL           or audit any other mirror: an Ethereum JSON-RPC endpoint that has the state of its newest blocks,
  --database-url URL  the database,
  --token 0x…         and the ERC-20 whose ledger it mirrors,
  --deployment FILE   or the deployment file of the contracts it mirrors
  --sample N          ask for the balances of N accounts, chosen at random; of all by default
  --help              this text

RPC_URL, INDEXER_DATABASE_URL and DEPLOYMENT stand in for flags that are left out when one of --rpc, --database-url,
--token or --deployment is given. Exits with 1 when anything differs.
`

export type Flags = {
  /** At most this many accounts are asked for. */
  sample: number
  subject:
    | { data: string }
    | { rpcUrl: string; databaseUrl: string; source: { token: `0x${string}` } | { deployment: string } }
}

const sampleShape = z.object({
  sample: z
    .string()
    .regex(/^[0-9]{1,9}$/, 'a number')
    .transform(Number)
    .default(Number.MAX_SAFE_INTEGER),
})

const shape = z.object({
  rpc: url('http:', 'https:'),
  'database-url': url('postgres:', 'postgresql:'),
  token: token.optional(),
  deployment: z.string().min(1, 'a file').optional(),
})

const refuse = refusing(usage)

const options = {
  data: { type: 'string' },
  rpc: { type: 'string' },
  'database-url': { type: 'string' },
  token: { type: 'string' },
  deployment: { type: 'string' },
  sample: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/**
 * The command line of `npm run audit-ledger`. Pure.
 * @returns undefined when help was asked for
 * @throws Final `config.invalid`; values are never quoted (they may hold secrets)
 */
export function parseFlags(
  args: string[],
  environment: Record<string, string | undefined>,
): Flags | undefined {
  const { help: isHelp, data, sample: most, ...other } = readFlags(args, options, refuse)
  if (isHelp) return undefined
  const { sample } = shaped(sampleShape, { sample: most }, refuse)
  if (Object.keys(other).length === 0) return { sample, subject: { data: data ?? '.snpd' } }
  if (data !== undefined) throw refuse('--data and the other flags exclude each other.')
  const {
    rpc,
    token: address,
    deployment,
    ...rest
  } = shaped(
    shape,
    {
      ...other,
      rpc: other.rpc ?? environment.RPC_URL,
      'database-url': other['database-url'] ?? environment.INDEXER_DATABASE_URL,
    },
    refuse,
  )
  if (address && deployment) throw refuse('--token and --deployment exclude each other.')
  const file = deployment ?? environment.DEPLOYMENT
  const source = address ? { token: address } : file ? { deployment: file } : undefined
  if (!source) throw refuse('--token or --deployment must say what is mirrored.')
  return { sample, subject: { rpcUrl: rpc, databaseUrl: rest['database-url'], source } }
}

import { readDeployment } from '../../adapters/chain/deployment.ts'
import { blockNumber, chainId, openRpc, type Rpc, toQuantity } from '../../adapters/chain/rpc.ts'
import { findSupply, withoutCode } from '../../adapters/chain/token.ts'
import { type ErrorCode, Final } from '../../core/errors.ts'
import { readMirror } from '../../db/chain/position.ts'
import { connect } from '../../db/client.ts'
import { addressesOf, contractsOf } from '../../indexer/decode/contracts.ts'
import { requireChainId, type Target } from '../../indexer/identity.ts'
import type { Flags } from './flags.ts'

type Token = { token: `0x${string}`; fromBlock: number }

/** The chain that the database mirrors already. */
async function mirroredChain(databaseUrl: string): Promise<number | undefined> {
  const sql = connect(databaseUrl, { name: 'indexer-setup', max: 1 })
  try {
    return (await readMirror(sql))?.chainId
  } finally {
    await sql.end({ timeout: 1 })
  }
}

function refuse(code: ErrorCode, message: string, fix: string): Final {
  return new Final({ code, message, fix })
}

/** An address without code has no events: its empty mirror would look like the truth. */
async function requireCode(rpc: Rpc, addresses: `0x${string}`[]): Promise<void> {
  const [empty] = await withoutCode(rpc, addresses)
  if (!empty) return
  throw refuse(
    'chain.no-contracts',
    `There is no contract at ${empty} on the chain at ${rpc.origin}.`,
    'Check the address, and that --rpc is a node of the chain it lives on, in step with it.',
  )
}

/** What would make a ledger that is empty or wrong without anybody being told. */
async function requireToken(rpc: Rpc, { token, fromBlock }: Token): Promise<void> {
  const head = await blockNumber(rpc)
  if (fromBlock > head)
    throw refuse(
      'config.invalid',
      `--from-block ${fromBlock} is after the newest block ${head} of the chain at ${rpc.origin}.`,
      'Name the block of the token’s first transfer, or wait until the node has come that far.',
    )
  await requireCode(rpc, [token])
  if ((await findSupply(rpc, token, 'latest')) === undefined)
    throw refuse(
      'chain.no-contracts',
      `The contract at ${token} is no ERC-20: it tells no totalSupply().`,
      'Check --token, and that --rpc is a node of the chain it lives on.',
    )
  // A node without that old a state tells none; then it is the audits that find out.
  const before = fromBlock > 0 ? await findSupply(rpc, token, toQuantity(fromBlock - 1)) : undefined
  if (before)
    throw refuse(
      'config.invalid',
      `Before block ${fromBlock} there was ${before} of the token already: its ledger began earlier.`,
      'Set --from-block to the block that created the token, or an earlier one.',
    )
}

/**
 * What the flags ask to be mirrored. It is looked at before its mirror is begun, never after: then the indexer waits
 * for a node that does not answer.
 * @throws Final `config.invalid`, `chain.no-contracts`, `chain.wrong-id`; Retryable `chain.unreachable`, `chain.bad-answer`
 */
export async function targetOf({ subject, rpcUrl, databaseUrl }: Flags): Promise<Target> {
  const known = await mirroredChain(databaseUrl)
  const rpc = openRpc(rpcUrl)
  if ('token' in subject) {
    if (known === undefined) await requireToken(rpc, subject)
    const { token, fromBlock: startBlock } = subject
    return { chainId: known ?? (await chainId(rpc)), startBlock, contracts: { token } }
  }
  const deployment = readDeployment(subject.deployment)
  const { chain_id: id, start_block: startBlock } = deployment
  const contracts = contractsOf(deployment)
  if (known === undefined) {
    await requireChainId(rpc, id)
    await requireCode(rpc, addressesOf(contracts))
  }
  return { chainId: id, startBlock, contracts }
}

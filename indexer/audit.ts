import type { Rpc } from '../adapters/chain/rpc.ts'
import { readAmounts, readSupply, type TokenAt } from '../adapters/chain/token.ts'
import type { Account, LedgerView } from '../db/chain/audit.ts'

type Hex = `0x${string}`

/** The ERC-20 whose ledger is mirrored. `isKarma`: it also tells what each account was ever awarded. */
export type Subject = { token: Hex; isKarma: boolean }

/** An amount of one account that the chain tells otherwise, in wei. */
export type Difference = { address: Hex; what: 'balance' | 'earned'; mirrored: bigint; actual: bigint }

export type Finding = {
  /** totalSupply() at the view's block, in wei. */
  supply: bigint
  /** Sum of the mirrored balances less the supply: 0. */
  drift: bigint
  /** None. */
  differences: Difference[]
}

async function compare(
  rpc: Rpc,
  at: TokenAt,
  { what, sample }: { what: 'balance' | 'earned'; sample: Account[] },
): Promise<Difference[]> {
  const actual = await readAmounts(rpc, at, { what, addresses: sample.map(({ address }) => address) })
  return sample.flatMap((account, index) => {
    const mirrored = account[what]
    const told = actual[index] ?? 0n
    return told === mirrored ? [] : [{ address: account.address, what, mirrored, actual: told }]
  })
}

/**
 * Compares the mirrored ledger with what the contract itself says at exactly that block.
 * @throws Retryable `chain.unreachable`; `chain.bad-answer`, also when the node has no state of that block (any more)
 */
export async function auditLedger(
  rpc: Rpc,
  { token, isKarma }: Subject,
  { block, balances, sample }: LedgerView,
): Promise<Finding> {
  const at = { token, blockHash: block.hash }
  const supply = await readSupply(rpc, at)
  const differences = await compare(rpc, at, { what: 'balance', sample })
  if (isKarma) differences.push(...(await compare(rpc, at, { what: 'earned', sample })))
  return { supply, drift: balances - supply, differences }
}

/** What differs, in one sentence; null when nothing does. Pure. */
export function sentenceOfDrift({ drift, differences }: Finding): string | null {
  const [first] = differences
  const parts = [
    drift === 0n
      ? undefined
      : `the balances sum up to totalSupply() ${drift > 0n ? '+' : '-'} ${drift > 0n ? drift : -drift}`,
    first &&
      `${differences.length} of the amounts looked at differ, as the ${first.what} of ${first.address}: ${first.mirrored} mirrored, ${first.actual} on chain`,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? null : `The mirrored ledger is not the chain's: ${parts.join('; ')}.`
}

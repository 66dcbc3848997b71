import {
  BaseError,
  ContractFunctionRevertedError,
  createPublicClient,
  encodeFunctionData,
  type Hash,
  type Hex,
  http,
  keccak256,
  type PublicClient,
} from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import type { Deployment } from '../../core/deployment.ts'
import { Retryable } from '../../core/errors.ts'
import { formatKarma } from '../../core/karma/amount.ts'

export type AwardRun = { firstId: bigint; packed: readonly Hex[]; ruleset: Hex }
/** wei per gas (EIP-1559) */
export type Fees = { maxFee: bigint; maxPriorityFee: bigint }
export type SignedRun = { hash: Hash; raw: Hex }

export type AwarderOptions = { rpcUrl: string; awarderKey: Hex; deployment: Deployment }
type Connection = { client: PublicClient; account: PrivateKeyAccount; deployment: Deployment }

/** The account that may mint, on one chain. Every call throws Retryable `chain.unreachable` when the node does not answer. */
export type Awarder = {
  address: Hex
  /**
   * Would the run mint now, at the latest block (what waits in the pool is not looked at)?
   * @returns the gas it needs, or null when its numbers are used: it is on the chain
   * @throws Retryable `award.refused` for any other reason of the contract
   */
  estimate: (run: AwardRun) => Promise<bigint | null>
  /** Transactions of this account in mined blocks: the one nonce that can be mined next. */
  nextNonce: () => Promise<number>
  /** True while the node has the transaction, waiting or mined. */
  knows: (hash: Hash) => Promise<boolean>
  /** What the chain asks for now. */
  marketFees: () => Promise<Fees>
  /** The chain's newest block. */
  headNumber: () => Promise<number>
  /** Signs without sending: the hash is known before anyone else can see the transaction. */
  sign: (run: AwardRun, terms: Fees & { nonce: number; gas: bigint }) => Promise<SignedRun>
  /** @throws Retryable `award.no-gas`, `award.refused` */
  broadcast: (raw: Hex) => Promise<void>
}

function calldata({ firstId, packed, ruleset }: AwardRun): Hex {
  const words = packed.map((word) => BigInt(word))
  return encodeFunctionData({ abi: karmaAbi, functionName: 'awardRun', args: [firstId, words, ruleset] })
}

function noGas(account: Hex, cause: unknown): Retryable {
  return new Retryable({
    code: 'award.no-gas',
    message: `The awarder account ${account} cannot pay for gas, so earned karma is not minted.`,
    fix: `Send the chain's own currency to ${account}; minting goes on by itself.`,
    cause,
  })
}

function refused(reason: string, cause: unknown): Retryable {
  return new Retryable({
    code: 'award.refused',
    message: `The chain does not take the awards: ${reason}.`,
    fix: 'Check that AWARDER_KEY has the AWARDER role of the deployment, and the caps of the Karma contract.',
    cause,
  })
}

/** The contract's own reason, with what its numbers mean; undefined when the error came from elsewhere. */
function revertOf(error: unknown): { name: string; text: string } | undefined {
  if (!(error instanceof BaseError)) return undefined
  const revert = error.walk((each) => each instanceof ContractFunctionRevertedError)
  if (!(revert instanceof ContractFunctionRevertedError)) return undefined
  const { data } = revert
  if (data?.errorName === 'DailyCapExceeded') {
    const cap = formatKarma(data.args?.[1] as bigint)
    return { name: data.errorName, text: `today's cap of ${cap} karma is reached; it goes on at 00:00 UTC` }
  }
  return { name: data?.errorName ?? '', text: data?.errorName ?? revert.reason ?? revert.shortMessage }
}

function toRetryable(error: unknown, { account, client }: Connection): Retryable {
  if (error instanceof Retryable) return error
  const chained = error instanceof BaseError ? error : undefined
  const root = chained?.walk()
  // viem names this error for transactions it signs itself, not for raw ones: there the node's words are all there is.
  if (/insufficient funds/i.test(root?.message ?? '')) return noGas(account.address, error)
  const revert = revertOf(error)
  if (revert) return refused(revert.text, error)
  if (root && 'code' in root && typeof root.code === 'number') return refused(root.message, error)
  return new Retryable({
    code: 'chain.unreachable',
    message: `The chain at ${new URL(String(client.transport.url)).origin} does not answer: ${chained?.shortMessage ?? String(error)}`,
    fix: 'Check RPC_URL and that the node is running.',
    cause: error,
  })
}

async function estimate({ client, account, deployment }: Connection, run: AwardRun): Promise<bigint | null> {
  const { firstId, packed, ruleset } = run
  return client
    .estimateContractGas({
      abi: karmaAbi,
      address: deployment.karma,
      functionName: 'awardRun',
      args: [firstId, packed.map((word) => BigInt(word)), ruleset],
      account: account.address,
      blockTag: 'latest',
    })
    .catch((error: unknown) => {
      if (revertOf(error)?.name === 'AwardUsed') return null
      throw error
    })
}

async function sign(
  { account, deployment }: Connection,
  run: AwardRun,
  { nonce, gas, maxFee, maxPriorityFee }: Fees & { nonce: number; gas: bigint },
): Promise<SignedRun> {
  const raw = await account.signTransaction({
    type: 'eip1559',
    chainId: deployment.chain_id,
    to: deployment.karma,
    data: calldata(run),
    nonce,
    gas,
    maxFeePerGas: maxFee,
    maxPriorityFeePerGas: maxPriorityFee,
  })
  return { raw, hash: keccak256(raw) }
}

async function marketFees(client: PublicClient): Promise<Fees> {
  const { maxFeePerGas, maxPriorityFeePerGas } = await client.estimateFeesPerGas()
  return { maxFee: maxFeePerGas, maxPriorityFee: maxPriorityFeePerGas }
}

/** Connects the awarder's key to the Karma contract of a deployment. Sends nothing by itself. */
export function openAwarder({ rpcUrl, awarderKey, deployment }: AwarderOptions): Awarder {
  const account = privateKeyToAccount(awarderKey)
  const client = createPublicClient({
    transport: http(rpcUrl, { retryCount: 0, timeout: 20_000 }),
    cacheTime: 0,
  })
  const connection = { client, account, deployment }
  const guard = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw toRetryable(error, connection)
    })
  return {
    address: account.address,
    estimate: (run) => guard(estimate(connection, run)),
    nextNonce: () => guard(client.getTransactionCount({ address: account.address, blockTag: 'latest' })),
    knows: async (hash) =>
      (await guard(client.request({ method: 'eth_getTransactionByHash', params: [hash] }))) !== null,
    marketFees: () => guard(marketFees(client)),
    headNumber: async () => Number(await guard(client.getBlockNumber())),
    sign: (run, terms) => sign(connection, run, terms),
    broadcast: async (raw) => {
      await guard(client.sendRawTransaction({ serializedTransaction: raw }))
    },
  }
}

import { BaseError, createPublicClient, type Hash, type Hex, http, keccak256, type PublicClient } from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { isSnpdError, Retryable } from '../../core/errors.ts'

/** wei per gas (EIP-1559) */
export type Fees = { maxFee: bigint; maxPriorityFee: bigint }
export type Call = { to: Hex; data: Hex }
type Terms = Fees & { nonce: number; gas: bigint }

/**
 * An account of ours that pays for its transactions, at a node. Every call throws Retryable `chain.unreachable` when
 * the node does not answer.
 */
export type Account = {
  address: Hex
  /** Transactions of this account in mined blocks: the one nonce that can be mined next. */
  nextNonce: () => Promise<number>
  /** True while the node has the transaction, waiting or mined. */
  knows: (hash: Hash) => Promise<boolean>
  /** The block that has the transaction; null when none has, or the node does not know it. */
  minedIn: (hash: Hash) => Promise<number | null>
  /** What the chain asks for now. */
  marketFees: () => Promise<Fees>
  /** The chain's newest block. */
  headNumber: () => Promise<number>
  /** wei */
  balance: () => Promise<bigint>
  /** Signs without sending: the hash is known before anyone else can see the transaction. */
  sign: (call: Call, terms: Terms) => Promise<{ hash: Hash; raw: Hex }>
  /** Harmless when the node has it already or its nonce is used. @throws Retryable as `explain` says */
  broadcast: (raw: Hex) => Promise<void>
}

/** What a node's error means to whoever uses the account; undefined: nothing special. */
export type Explain = (error: BaseError) => Retryable | undefined

export type AccountOptions = { rpcUrl: string; key: Hex; chainId: number; explain: Explain }

/** The account, and what shares its connection. */
export type Connected = {
  account: Account
  client: PublicClient
  /** Gives a node's failure the form of an error of ours. */
  guard: <T>(work: Promise<T>) => Promise<T>
}

async function marketFees(client: PublicClient): Promise<Fees> {
  const { maxFeePerGas, maxPriorityFeePerGas } = await client.estimateFeesPerGas()
  return { maxFee: maxFeePerGas, maxPriorityFee: maxPriorityFeePerGas }
}

async function minedIn(client: PublicClient, hash: Hash): Promise<number | null> {
  const receipt = await client.request({ method: 'eth_getTransactionReceipt', params: [hash] })
  return receipt?.blockNumber ? Number(receipt.blockNumber) : null
}

async function sign(signer: PrivateKeyAccount, chainId: number, { to, data, ...terms }: Call & Terms) {
  const { nonce, gas, maxFee, maxPriorityFee } = terms
  const fees = { maxFeePerGas: maxFee, maxPriorityFeePerGas: maxPriorityFee }
  const raw = await signer.signTransaction({ type: 'eip1559', chainId, to, data, nonce, gas, ...fees })
  return { raw, hash: keccak256(raw) }
}

/** In the words of geth, reth, nethermind and anvil: someone (ourselves, before a crash) was faster. */
const ALREADY = /already known|already imported|known transaction|nonce too low/i

function toOurs(error: unknown, { rpcUrl, explain }: AccountOptions): Error {
  if (isSnpdError(error)) return error
  const chained = error instanceof BaseError ? error : undefined
  const told = chained && explain(chained)
  if (told) return told
  return new Retryable({
    code: 'chain.unreachable',
    // The URL's path and query may hold an access key.
    message: `The chain at ${new URL(rpcUrl).origin} does not answer: ${chained?.shortMessage ?? String(error)}`,
    fix: 'Check RPC_URL and that the node is running.',
    cause: error,
  })
}

/** True when the node says that the account is too poor for the transaction. */
export function isOutOfGas(error: BaseError): boolean {
  // viem names this error for transactions it signs itself, not for raw ones: there the node's words are all there is.
  return /insufficient funds/i.test(error.walk().message)
}

/** Connects a key to a node. Sends nothing by itself. */
export function connectAccount(options: AccountOptions): Connected {
  const { rpcUrl, key, chainId } = options
  const signer = privateKeyToAccount(key)
  const client = createPublicClient({
    transport: http(rpcUrl, { retryCount: 0, timeout: 20_000 }),
    cacheTime: 0,
  })
  const guard = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw toOurs(error, options)
    })
  const { address } = signer
  const send = async (raw: Hex) => {
    await client.sendRawTransaction({ serializedTransaction: raw }).catch((error: unknown) => {
      if (!(error instanceof BaseError && ALREADY.test(error.walk().message))) throw error
    })
  }
  const account: Account = {
    address,
    nextNonce: () => guard(client.getTransactionCount({ address, blockTag: 'latest' })),
    knows: async (hash) =>
      (await guard(client.request({ method: 'eth_getTransactionByHash', params: [hash] }))) !== null,
    minedIn: (hash) => guard(minedIn(client, hash)),
    marketFees: () => guard(marketFees(client)),
    headNumber: async () => Number(await guard(client.getBlockNumber())),
    balance: () => guard(client.getBalance({ address })),
    sign: (call, terms) => sign(signer, chainId, { ...call, ...terms }),
    broadcast: (raw) => guard(send(raw)),
  }
  return { account, client, guard }
}

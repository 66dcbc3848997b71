import { setTimeout as sleep } from 'node:timers/promises'
import {
  BaseError,
  createTestClient,
  createWalletClient,
  defineChain,
  type Hex,
  http,
  parseEther,
  publicActions,
  TransactionReceiptNotFoundError,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { Final, Retryable } from '../../core/errors.ts'
import { LOCAL_CHAIN } from '../../core/networks.ts'

async function readChainId(rpcUrl: string): Promise<number> {
  const client = createWalletClient({ transport: http(rpcUrl, { retryCount: 1, timeout: 5_000 }) })
  return client.getChainId().catch((cause: Error) => {
    const reason = cause instanceof BaseError ? cause.shortMessage : cause.message
    throw new Retryable({
      code: 'chain.unreachable',
      // The URL's path and query may hold an access key.
      message: `The chain at ${new URL(rpcUrl).origin} does not answer: ${reason}`,
      fix: 'Check RPC_URL and that the node is running.',
      cause,
    })
  })
}

export type Deployer = Awaited<ReturnType<typeof connectDeployer>>

/**
 * The deployer's client for the chain behind `rpcUrl`.
 * @throws Retryable `chain.unreachable`
 */
export async function connectDeployer(rpcUrl: string, key: Hex) {
  const id = await readChainId(rpcUrl)
  const chain = defineChain({
    id,
    name: `chain ${id}`,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  })
  return createWalletClient({
    account: privateKeyToAccount(key),
    chain,
    // Not every public node takes batches.
    transport: http(rpcUrl, { batch: id === LOCAL_CHAIN }),
    pollingInterval: id === LOCAL_CHAIN ? 10 : 2_000,
  }).extend(publicActions)
}

/** Gives accounts of the local chain fuel when they are low; does nothing on any other chain. */
export async function fund({ chain, getBalance }: Deployer, addresses: Hex[]): Promise<void> {
  if (chain.id !== LOCAL_CHAIN) return
  const anvil = createTestClient({ mode: 'anvil', chain, transport: http() })
  for (const address of addresses) {
    const balance = await getBalance({ address })
    if (balance < parseEther('100')) await anvil.setBalance({ address, value: parseEther('10000') })
  }
}

const PATIENCE_MS = 180_000

/** Asked for until it is there; viem's own waiting asks again only after a new block, which an idle anvil never mines. */
async function receiptOf(deployer: Deployer, what: string, hash: Hex) {
  const deadline = Date.now() + PATIENCE_MS
  while (Date.now() < deadline) {
    const found = await deployer.getTransactionReceipt({ hash }).catch((error: unknown) => {
      if (error instanceof TransactionReceiptNotFoundError) return undefined
      throw error
    })
    if (found) return found
    await sleep(deployer.pollingInterval)
  }
  throw new Retryable({
    code: 'chain.unreachable',
    message: `The chain did not mine the transaction ${hash} to ${what} within ${PATIENCE_MS / 1000} s.`,
    fix: 'Try again once it is mined.',
  })
}

/**
 * Waits for a transaction's receipt.
 * @throws Final `chain.refused` when sending failed or the transaction reverted; Retryable `chain.unreachable`
 */
export async function settled(deployer: Deployer, what: string, sending: Promise<Hex>) {
  const refused = (reason: string, cause?: unknown) =>
    new Final({
      code: 'chain.refused',
      message: `The chain refused to ${what}: ${reason}`,
      fix: 'Check that DEPLOYER_KEY is the admin of these contracts and holds ETH on this chain.',
      cause,
    })
  const hash = await sending.catch((cause: Error) => {
    throw refused(cause instanceof BaseError ? cause.shortMessage : cause.message, cause)
  })
  const receipt = await receiptOf(deployer, what, hash)
  if (receipt.status === 'reverted') throw refused('the transaction reverted.')
  return receipt
}

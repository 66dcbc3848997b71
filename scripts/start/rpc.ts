import { z } from 'zod'
import { Retryable } from '../../core/errors.ts'

const answerShape = z.object({ result: z.templateLiteral(['0x', z.string()]) })

/**
 * EIP-155 id of the chain behind a JSON-RPC URL.
 * @throws Retryable `chain.unreachable`
 */
export async function readChainId(rpcUrl: string): Promise<number> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] })
  try {
    const response = await fetch(rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(8000),
    })
    return Number(answerShape.parse(await response.json()).result)
  } catch (cause) {
    const error = cause as Error
    const reason = error.cause instanceof Error ? error.cause.message : error.message
    throw new Retryable({
      code: 'chain.unreachable',
      // The URL's path and query may hold an access key.
      message: `The chain at ${new URL(rpcUrl).origin} does not answer as one: ${error instanceof z.ZodError ? 'no JSON-RPC there' : reason}.`,
      fix: 'Check RPC_URL and that the node is running.',
      cause,
    })
  }
}

import type { Hash, Hex } from 'viem'
import type { z } from 'zod'
import { Final, isSnpdError } from '../../core/errors.ts'
import { issueOf } from '../../core/issue.ts'
import { batchLength } from '../../core/relay/batch.ts'
import { type RelayRequest, relayRequestShape } from '../../core/relay/request.ts'
import { type Vote, voteShape } from '../../core/relay/vote.ts'
import { checkRequest, requireChain } from './relay/check.ts'
import { connectRelayer, type RelayConnection, type RelayerOptions } from './relay/connection.ts'
import { toRelayError } from './relay/failure.ts'
import { type Sent, sendBatch } from './relay/send.ts'
import { checkVote, sendVote } from './relay/vote.ts'

/**
 * What became of a request: see Sent; `refused` before it was sent, with the reason; `waiting` because the transaction was
 * full: pass it again.
 */
export type Outcome = Sent | { status: 'refused'; error: Error } | { status: 'waiting' }

/**
 * The account that pays for members' calls, on one chain. Every call throws Retryable `chain.unreachable` when the node
 * does not answer, Final `chain.wrong-id` when it is of another chain. What took effect is for the mirror to say; these answers are for telling the member early.
 */
export type Relayer = {
  address: Hex
  /**
   * Looks at a request as it came in, and at what it would do now; sends nothing.
   * @throws Final `input.invalid`, `relay.chain`, `relay.value`, `relay.not-allowed`, `relay.gas`, `relay.deadline`,
   *   `relay.nonce` (used), `relay.signature`, `relay.refused`; Retryable `relay.nonce` (too early)
   */
  check: (request: unknown) => Promise<RelayRequest>
  /**
   * Checks the requests once more, since time went by, and sends those that would succeed in one transaction.
   * Safe to repeat after an error: a nonce is used once.
   * @returns what became of each, in their order, once mined
   * @throws Retryable `relay.no-gas`, `relay.unmined`
   */
  send: (requests: readonly RelayRequest[]) => Promise<Outcome[]>
  /**
   * Would the vote count now? The governor takes votes by their signature alone, so they need no forwarder.
   * @throws Final `input.invalid`, `relay.chain`, `relay.refused`
   */
  checkVote: (vote: unknown) => Promise<Vote>
  /**
   * Checks the vote once more and casts it. Safe to repeat after an error: nobody votes twice.
   * @returns the transaction's hash, once mined
   * @throws Final `relay.chain`, `relay.refused`; Retryable `relay.no-gas`, `relay.unmined`
   */
  sendVote: (vote: Vote) => Promise<Hash>
}

function parse<Shape extends z.ZodType>(shape: Shape, input: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(input)
  if (parsed.success) return parsed.data
  throw new Final({
    code: 'input.invalid',
    message: `The request is not one: ${issueOf(parsed.error)}`,
    fix: 'Send the fields that were signed, the chain id and the signature.',
    cause: parsed.error,
  })
}

/** The refusal of a request, undefined when it would succeed. */
async function refusal(connection: RelayConnection, request: RelayRequest): Promise<Outcome | undefined> {
  try {
    await checkRequest(connection, request)
    return undefined
  } catch (error) {
    if (isSnpdError(error)) return { status: 'refused', error }
    throw error
  }
}

async function send(connection: RelayConnection, requests: readonly RelayRequest[]): Promise<Outcome[]> {
  await requireChain(connection)
  const refusals = await Promise.all(requests.map((request) => refusal(connection, request)))
  const good = requests.filter((_, index) => !refusals[index])
  const batch = good.slice(0, batchLength(good))
  const sent = batch.length === 0 ? [] : await sendBatch(connection, batch)
  const answers = sent.values()
  return refusals.map((refused) => refused ?? answers.next().value ?? { status: 'waiting' })
}

/**
 * Connects a relayer's key to the forwarder of a deployment. Sends nothing by itself. For tools that wait for what they
 * sent; never with the key of a running relay worker (workers/relay), whose nonces it would take.
 */
export function openRelayer(options: RelayerOptions): Relayer {
  const connection = connectRelayer(options)
  const { address } = connection.client.account
  const guard = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw toRelayError(error, { origin: connection.origin, relayer: address })
    })
  return {
    address,
    check: async (input) => {
      const request = parse(relayRequestShape, input)
      await guard(requireChain(connection).then(() => checkRequest(connection, request)))
      return request
    },
    send: (requests) => guard(send(connection, requests)),
    checkVote: async (input) => {
      const vote = parse(voteShape, input)
      await guard(requireChain(connection).then(() => checkVote(connection, vote)))
      return vote
    },
    sendVote: (vote) => guard(requireChain(connection).then(() => sendVote(connection, vote))),
  }
}

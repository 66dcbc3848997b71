import { encodeFunctionData, keccak256, stringToHex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { localNetwork, signRound } from '../../core/beacon/local.ts'
import { verifyRound } from '../../core/beacon/signature.ts'
import { governorAbi } from '../../core/contracts/governor.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { raffleAbi } from '../../core/contracts/raffle.ts'
import { tradeEscrowAbi } from '../../core/contracts/tradeEscrow.ts'
import { LOCAL_BEACON_GENESIS } from '../../core/networks.ts'
import { forwardData } from '../../core/typed-data/forward.ts'
import { type Activity, member } from './activity.ts'
import type { TestChain } from './chain.ts'
import { governEverything } from './govern.ts'
import { sayTheUnsayable } from './unsayable.ts'
import { openWorld, type World } from './world.ts'

type Hex = `0x${string}`
const [HOUR, DAY] = [3_600, 86_400]
const karmaUnit = 10n ** 18n
const word: Hex = `0x${'ab'.repeat(32)}`

async function passes({ call, operator, activity, client }: World & { activity: Activity }) {
  await activity.openTier(7, 500n)
  await call(operator, 'access_pass.setTier', 9, {
    price: 2n ** 96n - 1n,
    period: 2 ** 32 - 1,
    minEarned: 3n,
  })
  await activity.buyPass(member(0), 7, 500n)
  await call(member(0), 'karma.approve', activity.deployment.access_pass, 1_000n)
  const token = BigInt(member(0))
  await call(member(0), 'access_pass.renewSubscription', token, BigInt(2 * DAY))
  await call(member(0), 'access_pass.cancelSubscription', token)
  await client.mine({ blocks: 1 })
}

async function raffles({ call, operator, chain, client, deployment, now, pass }: World) {
  const raffle = { address: deployment.raffle, abi: raffleAbi } as const
  const create = async (closesIn: number): Promise<bigint> => {
    await call(operator, 'raffle.create', 100n, 2, (await now()) + closesIn, 0, word)
    const id = await client.readContract({ ...raffle, functionName: 'count' })
    for (const who of [member(1), member(2)]) {
      await call(who, 'karma.approve', deployment.raffle, 100n)
      await call(who, 'raffle.enter', id)
    }
    return id
  }
  const [cancelled, drawn, expired] = [await create(HOUR), await create(HOUR), await create(HOUR)]
  await call(operator, 'raffle.cancel', cancelled)
  await call(member(3), 'raffle.refund', cancelled, member(1))
  await pass(2 * HOUR)
  const terms = await client.readContract({ ...raffle, functionName: 'raffleOf', args: [drawn] })
  const network = localNetwork(chain.beaconKey, LOCAL_BEACON_GENESIS)
  const { signature } = signRound(chain.beaconKey, terms.round)
  await call(member(3), 'raffle.draw', drawn, verifyRound(network, terms.round, signature).uncompressed)
  const winners = await client.readContract({ ...raffle, functionName: 'winnersOf', args: [drawn] })
  for (const [place, ticket] of winners.entries())
    await call(member(1 + Number(ticket)), 'raffle.claim', drawn, place)
  await call(member(3), 'raffle.settle', drawn)
  await pass(15 * DAY)
  await call(member(3), 'raffle.expire', expired)
}

async function trades({ call, operator, client, deployment, now, pass }: World) {
  const [ann, bob] = [member(1), member(2)]
  const propose = async (terms: number): Promise<Hex> => {
    const at = await now()
    for (const who of [ann, bob]) await call(who, 'karma.approve', deployment.trade_escrow, 100n)
    const args = [bob, 50n, at + HOUR, at + 2 * HOUR, `0x${terms.toString(16).padStart(64, '0')}`] as const
    const escrow = { address: deployment.trade_escrow, abi: tradeEscrowAbi } as const
    const { result } = await client.simulateContract({
      ...({ ...escrow, functionName: 'propose', args, account: ann } as const),
    } as never)
    await call(ann, 'trade_escrow.propose', ...args)
    return result as Hex
  }
  const accepted = async (terms: number): Promise<Hex> => {
    const id = await propose(terms)
    await call(bob, 'trade_escrow.accept', id)
    return id
  }
  await call(ann, 'trade_escrow.withdraw', await propose(1))
  const done = await accepted(2)
  for (const who of [ann, bob]) await call(who, 'trade_escrow.confirm', done)
  const disputed = await accepted(3)
  await call(bob, 'trade_escrow.dispute', disputed)
  await call(operator, 'trade_escrow.rule', disputed, 1)
  const late = await accepted(4)
  await pass(3 * HOUR)
  await call(member(3), 'trade_escrow.timeout', late)
}

/** A vote that takes effect, a proposal called off, and words that are no text. */
async function votes({ call, client, data, deployment, pass }: World) {
  const governor = { address: deployment.governor, abi: governorAbi } as const
  const [author, voter] = [member(3), member(4)]
  for (const who of [author, voter]) await call(who, 'karma.delegate', who)
  await pass(10)
  const flag = data('feature_flags', 'set', [word, 2n ** 256n - 1n])
  const calls = [
    [deployment.feature_flags, deployment.feature_flags, deployment.governor],
    [0n, 0n, 0n],
    [flag, flag, data('governor', 'setVotingDelay', [7])],
  ] as const
  const text = 'Ünïcode 🗳️ and a \0 of nothing'
  const propose = async (description: string): Promise<bigint> => {
    const args = [...calls, description] as const
    await call(author, 'governor.propose', ...args)
    const hash = keccak256(stringToHex(description))
    return client.readContract({ ...governor, functionName: 'hashProposal', args: [...calls, hash] })
  }
  await propose('called off')
  const id = await propose(text)
  await call(author, 'governor.cancel', ...calls, keccak256(stringToHex('called off')))
  await pass(Number(await client.readContract({ ...governor, functionName: 'votingDelay' })) + 1)
  await call(author, 'governor.castVoteWithReason', id, 1, 'because \0 “so”')
  await call(voter, 'governor.castVoteWithReasonAndParams', id, 2, '', '0x00ff')
  await pass(Number(await client.readContract({ ...governor, functionName: 'votingPeriod' })) + 1)
  const hash = keccak256(stringToHex(text))
  await call(author, 'governor.queue', ...calls, hash)
  await pass(HOUR)
  await call(author, 'governor.execute', ...calls, hash)
}

async function forwards({ call, deployment, now }: World) {
  const signer = privateKeyToAccount(generatePrivateKey())
  const from = signer.address.toLowerCase() as Hex
  const deadline = (await now()) + DAY
  for (const [nonce, to] of [
    [0n, deployment.karma],
    [1n, deployment.raffle],
  ] as const) {
    // Nothing to settle: a relayed call that fails is also executed.
    const inner = encodeFunctionData({ abi: karmaAbi, functionName: 'delegate', args: [from] })
    const message = { from, to, value: 0n, gas: 200_000n, nonce, deadline, data: inner }
    const signature = await signer.signTypedData(forwardData(deployment, message))
    await call(member(5), 'forwarder.executeBatch', [{ ...message, signature }], member(5))
  }
}

/** Makes every contract say everything that is mirrored, each event at least once. Takes weeks of the chain's time. */
export async function doEverything(chain: TestChain, activity: Activity): Promise<void> {
  const world = await openWorld(chain, activity)
  const people = Array.from({ length: 6 }, (_, index) => member(index))
  await activity.award(people.map((to) => ({ to, amount: 1_000n * karmaUnit })))
  await passes({ ...world, activity })
  await raffles(world)
  await trades(world)
  await votes(world)
  await forwards(world)
  await activity.spend(member(1), 5n)
  await governEverything(world)
  await sayTheUnsayable(world)
}

import {
  type Abi,
  encodeAbiParameters,
  encodeFunctionData,
  type Hex,
  keccak256,
  stringToHex,
  toFunctionSelector,
} from 'viem'
import { type PrivateKeyAccount, privateKeyToAddress } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessPassAbi } from '../../core/contracts/accessPass.ts'
import { governorAbi } from '../../core/contracts/governor.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { raffleAbi } from '../../core/contracts/raffle.ts'
import { tradeEscrowAbi } from '../../core/contracts/tradeEscrow.ts'
import { relayRequestShape } from '../../core/relay/request.ts'
import { relayedFunctions } from '../../core/relay/whitelist.ts'
import { changeCalls, partsOf } from '../../core/vote/change.ts'
import { voteKnobs } from '../../core/vote/knob.ts'
import {
  MOST_CHANGES,
  MOST_REASON,
  MOST_SAID,
  MOST_TITLE,
  proposalDescription,
} from '../../core/vote/text.ts'
import { PRICE, permit, type RelayWorld, signRequest, startRelayWorld } from '../support/relay.ts'

let world: RelayWorld
let ann: PrivateKeyAccount
let bob: PrivateKeyAccount
/** Functions that were seen to work through the relay. */
const seen = new Set<string>()

beforeAll(async () => {
  world = await startRelayWorld()
  ;[ann, bob] = [await world.addMember(100_000n), await world.addMember(100_000n)]
})
afterAll(() => world.close())

const abis = {
  ...{ karma: karmaAbi, access_pass: accessPassAbi, raffle: raffleAbi, trade_escrow: tradeEscrowAbi },
  governor: governorAbi,
}
const hash: Hex = `0x${'5a'.repeat(32)}`
type Call = { to: keyof typeof abis; name: string; args: readonly unknown[] }

/** A member's call through the relay, with the most gas the whitelist has for it. */
async function relay(member: PrivateKeyAccount, { to, name, args }: Call) {
  const data = encodeFunctionData({ abi: abis[to] as Abi, functionName: name, args })
  const found = relayedFunctions.find(
    ({ target, signature }) => target === to && toFunctionSelector(signature) === data.slice(0, 10),
  )
  const gas = found?.gas ?? 1_000_000n
  const request = await signRequest(world, member, { to: world.deployment[to], data, gas })
  const [outcome] = await world.relayer.send([relayRequestShape.parse(request)])
  expect(outcome, name).toMatchObject({ status: 'done' })
  seen.add(`${to}.${name}`)
}

const now = async () => Number((await world.client.getBlock()).timestamp)

/** Allows a contract to take karma, as a member with ETH would. */
async function approve(member: PrivateKeyAccount, spender: Hex): Promise<void> {
  await world.client.setBalance({ address: member.address, value: 10n ** 18n })
  const args = [spender, 10_000n] as const
  const data = encodeFunctionData({ abi: karmaAbi, functionName: 'approve', args })
  await world.activity.send(member.address, world.deployment.karma, data)
}

/** What the raffle operator does: the deployer has that role here. */
function operate(functionName: 'create' | 'cancel', args: readonly unknown[]): Promise<void> {
  const data = encodeFunctionData({ abi: raffleAbi as Abi, functionName, args })
  return world.activity.send(privateKeyToAddress(world.chain.deployerKey), world.deployment.raffle, data)
}

async function createRaffle(): Promise<bigint> {
  await operate('create', [PRICE, 1, (await now()) + 3_600, 0, hash])
  const raffle = { address: world.deployment.raffle, abi: raffleAbi } as const
  return world.client.readContract({ ...raffle, functionName: 'count' })
}

test('a vote is switched on', async () => {
  await relay(ann, { to: 'karma', name: 'delegate', args: [ann.address] })
})

test('a pass is bought, renewed and given up', async () => {
  const spender = world.deployment.access_pass
  const end = await permit(world, ann, { spender, value: PRICE })
  await relay(ann, { to: 'access_pass', name: 'purchaseWithPermit', args: [1, 1, PRICE, ...end] })
  await approve(ann, spender)
  await relay(ann, { to: 'access_pass', name: 'purchase', args: [1, 1, PRICE] })
  await relay(ann, { to: 'access_pass', name: 'renewSubscription', args: [BigInt(ann.address), 86_400n] })
  await relay(ann, { to: 'access_pass', name: 'cancelSubscription', args: [BigInt(ann.address)] })
  expect(await world.activity.balance(ann.address)).toBe(100_000n - 3n * PRICE)
})

test('a raffle is entered, and left with the stake when it is called off', async () => {
  const spender = world.deployment.raffle
  const id = await createRaffle()
  const before = await world.activity.balance(ann.address)
  const end = await permit(world, ann, { spender, value: PRICE })
  await relay(ann, { to: 'raffle', name: 'enterWithPermit', args: [id, ...end] })
  await approve(bob, spender)
  await relay(bob, { to: 'raffle', name: 'enter', args: [id] })
  expect(await world.activity.balance(ann.address)).toBe(before - PRICE)
  await operate('cancel', [id])
  await relay(ann, { to: 'raffle', name: 'refund', args: [id, ann.address] })
  expect(await world.activity.balance(ann.address)).toBe(before)
})

/** A trade that ann offers and bob accepts; its id. */
async function trade(terms: Hex, byPermit: boolean): Promise<Hex> {
  const escrow = { address: world.deployment.trade_escrow, abi: tradeEscrowAbi } as const
  const [spender, to] = [escrow.address, 'trade_escrow'] as const
  const offer = [bob.address, 100n, (await now()) + 3_600, (await now()) + 7_200, terms] as const
  const endOf = (member: PrivateKeyAccount) => permit(world, member, { spender, value: 100n })
  if (byPermit) await relay(ann, { to, name: 'proposeWithPermit', args: [...offer, ...(await endOf(ann))] })
  else await relay(ann, { to, name: 'propose', args: offer })
  const range = { fromBlock: 0n, strict: true } as const
  const events = await world.client.getContractEvents({ ...escrow, ...range, eventName: 'TradeProposed' })
  const id = events.at(-1)?.args.id ?? '0x'
  if (byPermit) await relay(bob, { to, name: 'acceptWithPermit', args: [id, ...(await endOf(bob))] })
  else await relay(bob, { to, name: 'accept', args: [id] })
  return id
}

test('a trade is offered, accepted, confirmed, taken back, disputed and timed out', async () => {
  const to = 'trade_escrow'
  for (const member of [ann, bob]) await approve(member, world.deployment.trade_escrow)
  const before = await world.activity.balance(ann.address)
  const good = await trade(hash, true)
  for (const member of [ann, bob]) await relay(member, { to, name: 'confirm', args: [good] })
  for (const member of [ann, bob]) await approve(member, world.deployment.trade_escrow)
  // Other terms: within one second the same ones would be the same trade.
  const bad = await trade(`0x${'b0'.repeat(32)}`, false)
  await relay(bob, { to, name: 'dispute', args: [bad] })
  const end = await permit(world, ann, { spender: world.deployment.trade_escrow, value: 100n })
  const offer = [bob.address, 100n, (await now()) + 3_600, (await now()) + 7_200, `0x${'77'.repeat(32)}`]
  await relay(ann, { to, name: 'proposeWithPermit', args: [...offer, ...end] })
  const escrow = {
    address: world.deployment.trade_escrow,
    abi: tradeEscrowAbi,
    fromBlock: 0n,
    strict: true,
  } as const
  const events = await world.client.getContractEvents({ ...escrow, eventName: 'TradeProposed' })
  await relay(ann, { to, name: 'withdraw', args: [events.at(-1)?.args.id] })
  await world.client.increaseTime({ seconds: 100 * 86_400 })
  await world.client.mine({ blocks: 1 })
  await relay(ann, { to, name: 'timeout', args: [bad] })
  expect(await world.activity.balance(ann.address)).toBe(before)
})

/** As long as the page lets ann write it, of letters that take three bytes each. */
function longest(value: bigint) {
  const changes = voteKnobs.slice(0, MOST_CHANGES).map(({ key }) => ({ key, value }))
  const words = { title: '漢'.repeat(MOST_TITLE), reason: '漢'.repeat(MOST_REASON) }
  const text = proposalDescription(words, ann.address.toLowerCase() as Hex)
  const parts = partsOf(changeCalls(world.deployment.feature_flags, changes))
  const id = hashProposal(parts, text)
  return { parts, text, id }
}

function hashProposal(parts: ReturnType<typeof partsOf>, text: string): bigint {
  const types = ['address[]', 'uint256[]', 'bytes[]', 'bytes32'].map((type) => ({ type }))
  return BigInt(keccak256(encodeAbiParameters(types, [...parts, keccak256(stringToHex(text))])))
}

test('the longest proposal is made and taken back, another one voted on, with the longest word and without', async () => {
  const to = 'governor'
  await relay(bob, { to: 'karma', name: 'delegate', args: [bob.address] })
  const [first, second] = [longest(1n), longest(2n)]
  for (const { parts, text } of [first, second])
    await relay(ann, { to, name: 'propose', args: [...parts, text] })
  const taken = [...first.parts, keccak256(stringToHex(first.text))]
  await relay(ann, { to, name: 'cancel', args: taken })
  await world.client.increaseTime({ seconds: 10 })
  await world.client.mine({ blocks: 1 })
  await relay(ann, { to, name: 'castVote', args: [second.id, 1] })
  await relay(bob, { to, name: 'castVoteWithReason', args: [second.id, 0, '漢'.repeat(MOST_SAID)] })
})

test('every function of the whitelist was seen to work with the gas it has there', () => {
  const listed = relayedFunctions.map(({ target, signature }) => `${target}.${signature.split('(')[0]}`)
  // A claim needs a draw: its gas is that of the draw's own test.
  expect([...seen, 'raffle.claim'].sort()).toEqual(listed.sort())
})

import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { governorAbi } from '../../core/contracts/governor.ts'
import { ballotData } from '../../core/typed-data/ballot.ts'
import { openProposal } from '../support/proposal.ts'
import { type RelayWorld, startRelayWorld } from '../support/relay.ts'

let world: RelayWorld
let author: PrivateKeyAccount
let proposal: { proposalId: bigint; weight: bigint }

beforeAll(async () => {
  world = await startRelayWorld()
  author = privateKeyToAccount(generatePrivateKey())
  proposal = await openProposal(world.activity, author.address)
})
afterAll(() => world.close())

type Change = { voter?: PrivateKeyAccount; proposalId?: bigint; chainId?: number; nonce?: bigint }

async function sign({ voter = author, proposalId = proposal.proposalId, chainId, nonce = 0n }: Change = {}) {
  const deployment = { ...world.deployment, ...(chainId ? { chain_id: chainId } : {}) }
  const ballot = { proposalId, support: 1, voter: voter.address, nonce } as const
  const signature = await voter.signTypedData(ballotData(deployment, ballot))
  const { chain_id } = world.deployment
  return { chain_id, proposal_id: String(proposalId), support: 1, voter: voter.address, signature }
}

const charged = async () => {
  const { address } = world.relayer
  return [await world.client.getBalance({ address }), await world.client.getTransactionCount({ address })]
}

const refusals: [string, { code: string; message: RegExp }, () => Promise<unknown>][] = [
  [
    'a vote for another chain',
    { code: 'relay.chain', message: /chain 1/ },
    async () => ({ ...(await sign()), chain_id: 1 }),
  ],
  [
    'a signature for another chain',
    { code: 'relay.refused', message: /not signed by/ },
    () => sign({ chainId: 1 }),
  ],
  [
    'another choice than was signed',
    { code: 'relay.refused', message: /not signed by/ },
    async () => ({ ...(await sign()), support: 0 }),
  ],
  [
    'a nonce that is not the next',
    { code: 'relay.refused', message: /not signed by/ },
    () => sign({ nonce: 1n }),
  ],
  [
    'a proposal that does not exist',
    { code: 'relay.refused', message: /no such proposal/ },
    () => sign({ proposalId: 5n }),
  ],
  [
    'a choice there is not',
    { code: 'input.invalid', message: /support/ },
    async () => ({ ...(await sign()), support: 3 }),
  ],
  [
    'a vote that would count nothing',
    { code: 'relay.refused', message: /not switched on/ },
    async () => sign({ voter: await world.addMember(7n) }),
  ],
]

test.each(refusals)('refuses %s, and pays nothing', async (_, { code, message }, make) => {
  const vote = await make()
  const before = await charged()
  const refused = { name: 'Final', code, message: expect.stringMatching(message) }
  await expect(world.relayer.checkVote(vote)).rejects.toMatchObject(refused)
  expect(await charged()).toEqual(before)
})

test('a member without a wei votes, once', async () => {
  const { client, relayer, deployment } = world
  const vote = await relayer.checkVote(await sign())
  await client.setBalance({ address: author.address, value: 0n })
  await relayer.sendVote(vote)
  const votes = { address: deployment.governor, abi: governorAbi, functionName: 'proposalVotes' } as const
  const { proposalId, weight } = proposal
  expect(await client.readContract({ ...votes, args: [proposalId] })).toEqual([0n, weight, 0n])
  const before = await charged()
  await expect(relayer.sendVote(vote)).rejects.toMatchObject({ name: 'Final', code: 'relay.refused' })
  const again = await sign({ nonce: 1n })
  await expect(relayer.checkVote(again)).rejects.toMatchObject({
    message: 'You have voted on this proposal.',
  })
  expect(await charged()).toEqual(before)
})

test('a vote after the end is refused', async () => {
  const voter = privateKeyToAccount(generatePrivateKey())
  const { proposalId } = await openProposal(world.activity, voter.address)
  const period = {
    address: world.deployment.governor,
    abi: governorAbi,
    functionName: 'votingPeriod',
  } as const
  await world.client.increaseTime({ seconds: Number(await world.client.readContract(period)) })
  await world.client.mine({ blocks: 1 })
  const late = await sign({ voter, proposalId })
  await expect(world.relayer.checkVote(late)).rejects.toMatchObject({
    message: 'The proposal is not open for votes.',
  })
})

import { TypedDataEncoder, Wallet } from 'ethers'
import { createWalletClient, custom, hashTypedData, keccak256, toHex, zeroAddress } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, test } from 'vitest'
import { seeded } from '../random.ts'
import { ballotData } from './ballot.ts'
import { delegationData } from './delegation.ts'
import { forwardData } from './forward.ts'
import { permitData } from './permit.ts'

type Hex = `0x${string}`
type Random = (below: number) => number

const bytes = (random: Random, length: number): Hex =>
  `0x${Array.from({ length }, () => random(256).toString(16).padStart(2, '0')).join('')}`
/** All sizes, 0 and the largest included. */
const uint = (random: Random, bits = 256) =>
  BigInt(bytes(random, 32)) >> BigInt(256 - bits + random(bits + 1))
const address = (random: Random) => bytes(random, 20)

const builders = {
  Permit: (random: Random) =>
    permitData(
      { chain_id: 1 + random(2 ** 31), karma: address(random) },
      {
        ...{ owner: address(random), spender: address(random), value: uint(random) },
        ...{ nonce: uint(random), deadline: uint(random) },
      },
    ),
  Delegation: (random: Random) =>
    delegationData(
      { chain_id: 1 + random(2 ** 31), karma: address(random) },
      { delegatee: address(random), nonce: uint(random), expiry: uint(random) },
    ),
  Ballot: (random: Random) =>
    ballotData(
      { chain_id: 1 + random(2 ** 31), governor: address(random) },
      {
        ...{ proposalId: uint(random), support: ([0, 1, 2] as const)[random(3)] ?? 0 },
        ...{ voter: address(random), nonce: uint(random) },
      },
    ),
  ForwardRequest: (random: Random) =>
    forwardData(
      { chain_id: 1 + random(2 ** 31), forwarder: address(random) },
      {
        ...{ from: address(random), to: address(random), value: uint(random), gas: uint(random) },
        ...{ nonce: uint(random), deadline: Number(uint(random, 48)), data: bytes(random, random(200)) },
      },
    ),
}

/** EIP-712 type strings, as the contracts spell them. */
const spelled = {
  Permit: 'Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)',
  Delegation: 'Delegation(address delegatee,uint256 nonce,uint256 expiry)',
  Ballot: 'Ballot(uint256 proposalId,uint8 support,address voter,uint256 nonce)',
  ForwardRequest:
    'ForwardRequest(address from,address to,uint256 value,uint256 gas,uint256 nonce,uint48 deadline,bytes data)',
}

describe.each(['Permit', 'Delegation', 'Ballot', 'ForwardRequest'] as const)('%s', (name) => {
  test('viem and ethers give the same digest and the same signature', async () => {
    const random = seeded(name.length)
    for (let round = 0; round < 200; round++) {
      const data = builders[name](random)
      const types = data.types as unknown as Record<string, { name: string; type: string }[]>
      const digest = TypedDataEncoder.hash(data.domain, types, data.message)
      expect(hashTypedData(data as never)).toBe(digest)
      const key = keccak256(toHex(random(2 ** 32)))
      const theirs = await new Wallet(key).signTypedData(data.domain, types, data.message)
      expect(await privateKeyToAccount(key).signTypedData(data as never)).toBe(theirs)
    }
  })

  test('is spelled as in the contract', () => {
    const data = builders[name](seeded(1))
    const types = data.types as unknown as Record<string, { name: string; type: string }[]>
    expect(TypedDataEncoder.from(types).encodeType(name)).toBe(spelled[name])
  })

  test('reaches a wallet whole, as eth_signTypedData_v4 has it', async () => {
    const data = builders[name](seeded(2))
    const asked: { method: string; params: [string, string] }[] = []
    const request = async (call: (typeof asked)[number]) => {
      asked.push(call)
      return '0x'
    }
    const account = zeroAddress
    await createWalletClient({ account, transport: custom({ request }) }).signTypedData(data as never)
    expect(asked.map(({ method }) => method)).toEqual(['eth_signTypedData_v4'])
    const { domain, types, message, primaryType } = JSON.parse(asked[0]?.params[1] ?? '')
    const { EIP712Domain: _, ...ours } = types
    expect([primaryType, TypedDataEncoder.hash(domain, ours, message)]).toEqual([
      name,
      hashTypedData(data as never),
    ])
  })
})

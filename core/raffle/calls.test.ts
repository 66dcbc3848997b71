import { decodeFunctionData } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import { raffleAbi } from '../contracts/raffle.ts'
import { permitData } from '../typed-data/permit.ts'
import { claimCall, enterCall, refundCall } from './calls.ts'

const at = (digits: string) => `0x${digits.repeat(20)}` as const
const contracts = {
  ...{ chain_id: 31_337, forwarder: at('01'), karma: at('02'), access_pass: at('03'), raffle: at('04') },
  ...{ trade_escrow: at('05'), governor: at('06'), feature_flags: at('07') },
}
const member = privateKeyToAccount(generatePrivateKey())

test('an entry carries its permit, and every call is one that the relayer sends, with the gas it gives', async () => {
  const permit = { owner: member.address, spender: contracts.raffle, value: 5n, nonce: 0n, deadline: 9n }
  const signature = await member.signTypedData(permitData(contracts, permit))
  const entered = enterCall(contracts, 7n, { deadline: 9n, signature })
  const { functionName, args } = decodeFunctionData({ abi: raffleAbi, data: entered.data })
  expect([functionName, args?.[0], args?.[1]]).toEqual(['enterWithPermit', 7n, 9n])
  expect([27, 28]).toContain(args?.[2])
  const claim = claimCall(contracts, { raffleId: 7n, place: 2 })
  const refund = refundCall(contracts, 7n, at('aa'))
  expect(decodeFunctionData({ abi: raffleAbi, data: claim.data }).args).toEqual([7n, 2n])
  expect([entered, claim, refund].map(({ to, gas }) => [to, gas])).toEqual([
    [contracts.raffle, 220_000n],
    [contracts.raffle, 600_000n],
    [contracts.raffle, 150_000n],
  ])
})

import { decodeFunctionData, encodeFunctionData } from 'viem'
import { expect, test } from 'vitest'
import { raffleAbi } from '../contracts/raffle.ts'
import { argumentsOf, type RaffleAct } from './act.ts'

const member = `0x${'ab'.repeat(20)}` as const
const acts: RaffleAct[] = [
  {
    act: 'create',
    ...{ planId: 'p', price: 5n, winners: 2, tier: 1 },
    prizeHash: `0x${'cd'.repeat(32)}`,
    closesAt: new Date(1_700_000_000_999),
  },
  { act: 'cancel', raffleId: 7n },
  { act: 'draw', raffleId: 7n, signature: '0x1234' },
  { act: 'settle', raffleId: 7n },
  { act: 'expire', raffleId: 7n },
  { act: 'refund', raffleId: 7n, member },
]

test('each act is a function of the contract with the arguments that it takes; times are whole seconds', () => {
  const told = acts.map((act) => {
    const call = { abi: raffleAbi, functionName: act.act, args: argumentsOf(act) }
    const data = encodeFunctionData(call as Parameters<typeof encodeFunctionData>[0])
    return decodeFunctionData({ abi: raffleAbi, data })
  })
  expect(told.map(({ functionName }) => functionName)).toEqual(acts.map(({ act }) => act))
  expect(told[0]?.args).toEqual([5n, 2, 1_700_000_000, 1, `0x${'cd'.repeat(32)}`])
  expect(told[2]?.args).toEqual([7n, '0x1234'])
})

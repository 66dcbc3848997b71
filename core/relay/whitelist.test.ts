import { type Abi, toFunctionSelector, toFunctionSignature } from 'viem'
import { describe, expect, test } from 'vitest'
import { accessPassAbi } from '../contracts/accessPass.ts'
import { governorAbi } from '../contracts/governor.ts'
import { karmaAbi } from '../contracts/karma.ts'
import { raffleAbi } from '../contracts/raffle.ts'
import { tradeEscrowAbi } from '../contracts/tradeEscrow.ts'
import { findRelayed, relayedFunctions } from './whitelist.ts'

type Hex = `0x${string}`
const address = (byte: string): Hex => `0x${byte.repeat(20)}`
const contracts = {
  ...{ chain_id: 1, forwarder: address('f0'), karma: address('a0'), access_pass: address('b0') },
  ...{ raffle: address('c0'), trade_escrow: address('d0'), governor: address('e0') },
  feature_flags: address('e1'),
}

/** Every function that changes something is decided about: relayed, or here with the reason why not. */
const withheld: Record<string, Record<string, string>> = {
  karma: {
    'awardRun(uint64,uint256[],bytes32)': 'a role',
    'setDailyCap(uint256)': 'a role',
    'setAuthority(address)': 'the access manager only',
    'transfer(address,uint256)': 'could be phished',
    'approve(address,uint256)': 'could be phished',
    'transferFrom(address,address,uint256)': 'could be phished',
    'spend(uint256,bytes32)': 'nothing in the product asks for it',
    'spendFrom(address,uint256,bytes32,bool)': 'for contracts',
    'permit(address,address,uint256,uint256,uint8,bytes32,bytes32)':
      'anyone can send it, and no call needs it',
    'delegateBySig(address,uint256,uint256,uint8,bytes32,bytes32)': 'anyone can send it',
  },
  access_pass: {
    'setTier(uint8,(uint96,uint32,uint96))': 'a role',
    'setAuthority(address)': 'the access manager only',
  },
  raffle: {
    'create(uint96,uint16,uint40,uint8,bytes32)': 'a role',
    'cancel(uint256)': 'a role',
    'setAuthority(address)': 'the access manager only',
    'draw(uint256,bytes)': 'the draw worker sends it',
    'settle(uint256)': 'the draw worker sends it',
    'expire(uint256)': 'the draw worker sends it',
  },
  governor: {
    'castVoteBySig(uint256,uint8,address,bytes)': 'anyone can send it',
    'castVoteWithReasonAndParams(uint256,uint8,string,bytes)': 'nothing in the product asks for it',
    'castVoteWithReasonAndParamsBySig(uint256,uint8,address,string,bytes,bytes)': 'anyone can send it',
    'queue(address[],uint256[],bytes[],bytes32)': 'the keeper sends it',
    'execute(address[],uint256[],bytes[],bytes32)': 'the keeper sends it',
    'relay(address,uint256,bytes)': 'the timelock only',
    'setProposalThreshold(uint256)': 'the timelock only',
    'setVotingDelay(uint48)': 'the timelock only',
    'setVotingPeriod(uint32)': 'the timelock only',
    'updateQuorumNumerator(uint256)': 'the timelock only',
    'updateTimelock(address)': 'the timelock only',
    'onERC721Received(address,address,uint256,bytes)': 'takes nothing in',
    'onERC1155Received(address,address,uint256,uint256,bytes)': 'takes nothing in',
    'onERC1155BatchReceived(address,address,uint256[],uint256[],bytes)': 'takes nothing in',
  },
  trade_escrow: { 'rule(bytes32,uint8)': 'a role', 'setAuthority(address)': 'the access manager only' },
}

const abis: Record<string, Abi> = {
  karma: karmaAbi,
  access_pass: accessPassAbi,
  raffle: raffleAbi,
  trade_escrow: tradeEscrowAbi,
  governor: governorAbi,
}

describe.each(Object.entries(abis))('%s', (target, abi) => {
  const changing = abi
    .filter((item) => item.type === 'function')
    .filter(({ stateMutability }) => stateMutability === 'nonpayable' || stateMutability === 'payable')
    .map((item) => toFunctionSignature(item))

  test('every function that changes something is either relayed or withheld for a reason', () => {
    const relayed = relayedFunctions
      .filter((each) => each.target === target)
      .map(({ signature }) => signature)
    expect([...relayed, ...Object.keys(withheld[target] ?? {})].sort()).toEqual(changing.sort())
  })
})

test('a call is found by its target and its selector together', () => {
  const data = `${toFunctionSelector('purchase(uint8,uint16,uint256)')}00` as Hex
  expect(findRelayed(contracts, { to: contracts.access_pass, data })?.signature).toBe(
    'purchase(uint8,uint16,uint256)',
  )
  expect(findRelayed(contracts, { to: contracts.karma, data })).toBeUndefined()
  expect(findRelayed(contracts, { to: contracts.forwarder, data })).toBeUndefined()
  expect(findRelayed(contracts, { to: contracts.access_pass, data: '0x12345678' })).toBeUndefined()
})

test('one call cannot use up a batch', () => {
  for (const { gas } of relayedFunctions) expect(gas).toBeLessThanOrEqual(600_000n)
})

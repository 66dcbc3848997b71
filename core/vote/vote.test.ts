import fc from 'fast-check'
import { decodeFunctionData } from 'viem'
import { expect, test } from 'vitest'
import { governorAbi } from '../contracts/governor.ts'
import { karma } from '../karma/amount.ts'
import { bytesShape } from '../relay/request.ts'
import type { Hex } from '../typed-data/domain.ts'
import { castVoteCall, proposeCall } from './calls.ts'
import { changeCalls, changeOf } from './change.ts'
import { knobNamed, knobOfKey, valueInForce, voteKnobs } from './knob.ts'
import { knobTitle } from './name.ts'
import {
  MOST_CHANGES,
  MOST_REASON,
  MOST_SAID,
  MOST_TITLE,
  proposalDescription,
  readDescription,
} from './text.ts'
import { changeText, spanText, valueText } from './words.ts'

const address = (byte: string): Hex => `0x${byte.repeat(20)}`
const contracts = {
  ...{ chain_id: 1, forwarder: address('f0'), karma: address('a0'), access_pass: address('b0') },
  ...{ raffle: address('c0'), trade_escrow: address('d0'), governor: address('e0') },
  feature_flags: address('e1'),
}
const flags = contracts.feature_flags
const key = (name: string) => knobNamed(name)?.key ?? '0x'
const told = (name: string, change: { from: bigint; to: bigint }) => {
  const knob = knobNamed(name)
  return knob ? changeText(knob, change) : undefined
}

test('everything that a vote can change has a name in plain words, and none the name of another', () => {
  const titles = voteKnobs.map(({ name }) => knobTitle(name))
  expect(titles.filter((title) => /karma\.|app\.|undefined/.test(title))).toEqual([])
  expect(new Set(titles).size).toBe(titles.length)
})

test('at least six features can be voted on, beside every number of the karma rules', () => {
  expect(voteKnobs.filter(({ name }) => name.startsWith('app.')).length).toBeGreaterThanOrEqual(6)
  for (const { name, key: of } of voteKnobs) expect(knobOfKey(of)?.name).toBe(name)
})

test('a change and its call are the same thing, both ways', () => {
  const changes = fc.record({
    key: fc.constantFrom(...voteKnobs.map((knob) => knob.key)),
    value: fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
  })
  fc.assert(
    fc.property(fc.array(changes), (all) => {
      expect(changeCalls(flags, all).map((call) => changeOf(flags, call))).toEqual(all)
    }),
  )
})

test('a call that does anything else is never told as a change', () => {
  const [good] = changeCalls(flags, [{ key: key('app.leaderboard'), value: 0n }])
  if (!good) throw new Error('no call')
  expect(changeOf(flags, { ...good, target: contracts.karma })).toBeUndefined()
  expect(changeOf(flags, { ...good, value: 1n })).toBeUndefined()
  expect(changeOf(flags, { ...good, data: '0x' })).toBeUndefined()
  expect(changeOf(flags, { ...good, data: '0x12345678' })).toBeUndefined()
  expect(changeOf(flags, { ...good, data: `${good.data}00` })).toBeUndefined()
  expect(changeOf(flags, { ...good, data: good.data.slice(0, -2) as Hex })).toBeUndefined()
})

test('what a change does is told with what it replaces', () => {
  expect(told('app.leaderboard', { from: 1n, to: 0n })).toBe('Leaderboards: off instead of on.')
  expect(told('karma.restock.report.award', { from: karma(10), to: karma(12) })).toBe(
    'What a confirmed restock report earns: 12 karma instead of 10 karma.',
  )
  expect(told('karma.restock.report.cap', { from: 10n, to: 1n })).toBe(
    'How often a confirmed restock report is paid: 1 a day instead of 10 a day.',
  )
  expect(told('app.appeals.days', { from: 30n, to: 30n })).toBe(
    'How long a member can appeal: stays 30 days.',
  )
  expect(valueText({ unit: 'days', name: 'app.appeals.days' }, 1n)).toBe('1 day')
})

test('spans are told in the largest unit that leaves nothing over', () => {
  const spans = [15n, 1n, 60n, 90n, 3_600n, 172_800n].map(spanText)
  expect(spans).toEqual(['15 seconds', '1 second', '1 minute', '90 seconds', '1 hour', '2 days'])
})

test('a flag beyond the bounds of what it sets changes nothing', () => {
  const knob = knobNamed('app.posts.hide-at')
  if (!knob) throw new Error('no knob')
  const held = [undefined, 2n, 3n, 100n, 101n].map((flag) => valueInForce(knob, flag))
  expect(held).toEqual([5n, 5n, 3n, 100n, 5n])
})

test('title and reason are read back as written, and the mark of the author is not shown', () => {
  const text = { title: 'Pay reports more', reason: 'They keep it all alive.\n\nSecond line.' }
  expect(readDescription(proposalDescription(text, address('ab')))).toEqual(text)
  expect(readDescription('')).toEqual({ title: 'Without a title', reason: '' })
  expect(readDescription('x'.repeat(200)).title).toHaveLength(MOST_TITLE)
})

test('the description ends with its author, as the governor wants it', () => {
  const text = proposalDescription({ title: 'T', reason: '' }, address('ab'))
  expect(text.endsWith(`#proposer=${address('ab')}`)).toBe(true)
})

test('a vote says why when its voter does, and is the plain one when they do not', () => {
  const voted = (reason?: string) => {
    const { data } = castVoteCall(contracts, {
      proposalId: 7n,
      support: 1,
      ...(reason !== undefined && { reason }),
    })
    return decodeFunctionData({ abi: governorAbi, data })
  }
  expect(voted(' Less hunting. ')).toEqual({
    functionName: 'castVoteWithReason',
    args: [7n, 1, 'Less hunting.'],
  })
  for (const none of [undefined, '', '  '])
    expect(voted(none)).toEqual({ functionName: 'castVote', args: [7n, 1] })
})

test('the relayer takes a vote, and the longest proposal there can be', () => {
  const vote = castVoteCall(contracts, { proposalId: 2n ** 256n - 1n, support: 2 })
  expect(vote).toMatchObject({ to: contracts.governor, gas: 150_000n })
  const said = castVoteCall(contracts, { proposalId: 1n, support: 0, reason: '漢'.repeat(MOST_SAID) })
  expect(bytesShape('4,4608').safeParse(said.data).success).toBe(true)
  const change = { key: key('app.leaderboard'), value: 0n }
  const { data, to } = proposeCall(contracts, {
    ...{ title: '👟'.repeat(MOST_TITLE / 2), reason: '漢'.repeat(MOST_REASON), author: address('ab') },
    changes: Array.from({ length: MOST_CHANGES }, () => change),
  })
  expect(to).toBe(contracts.governor)
  expect(bytesShape('4,4608').safeParse(data).success).toBe(true)
})

import { encodeFunctionData, type Hex } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import { accessPassAbi } from '../../core/contracts/accessPass.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import type { Random } from '../../core/random.ts'
import type { TestChain } from './chain.ts'
import { callOf, UTTERANCES, utter } from './sim-emitter.ts'
import { actOnRoles, ROLE_ACTS } from './sim-roles.ts'

export type Transaction = { from: Hex; to: Hex; data: Hex; gas: string }
/** A transaction, or one more of the same kind, from and to the same people, that moves something else. */
type Remake = (random: Random) => Transaction

const DAY = 86_400
const GAS = '0x2dc6c0'
export const PEOPLE = 6
const RULESET: Hex = `0x${'22'.repeat(32)}`

/** Accounts whose keys nobody has; anvil sends for them. */
export function person(index: number): Hex {
  return `0x${(0xabc0 + index).toString(16).padStart(40, '3')}`
}

function ofKarma({ deployment, awarderKey }: TestChain) {
  let nextId = 1n
  const awarder = privateKeyToAddress(awarderKey)
  const { karma: to } = deployment
  const award = (random: Random, whom?: Hex[]): Remake => {
    const people = whom ?? Array.from({ length: 1 + random(3) }, () => person(random(PEOPLE)))
    return (again) => {
      const packed = people.map((who) => (BigInt(who) << 96n) | BigInt(1_000 + again(50_000)))
      const args = [nextId, packed, RULESET] as const
      nextId += BigInt(people.length)
      return {
        from: awarder,
        to,
        gas: GAS,
        data: encodeFunctionData({ abi: karmaAbi, functionName: 'awardRun', args }),
      }
    }
  }
  const transfer = (random: Random): Remake => {
    const from = person(random(PEOPLE))
    // Now and then to somebody new, whose account a reorg must take away whole.
    const whom = person(random(random(4) === 0 ? 40 : PEOPLE))
    return (again) => {
      const args = [whom, BigInt(again(3_000))] as const
      return {
        from,
        to,
        gas: GAS,
        data: encodeFunctionData({ abi: karmaAbi, functionName: 'transfer', args }),
      }
    }
  }
  const spend = (random: Random): Remake => {
    const from = person(random(PEOPLE))
    return (again) => {
      const args = [BigInt(again(2_000)), RULESET] as const
      return { from, to, gas: GAS, data: encodeFunctionData({ abi: karmaAbi, functionName: 'spend', args }) }
    }
  }
  const delegate = (random: Random): Remake => {
    const from = person(random(PEOPLE))
    return (again) => {
      const args = [person(again(PEOPLE))] as const
      return {
        from,
        to,
        gas: GAS,
        data: encodeFunctionData({ abi: karmaAbi, functionName: 'delegate', args }),
      }
    }
  }
  const forget = () => {
    nextId = 1_000_000n
  }
  return { award, transfer, spend, delegate, forget }
}

function ofPasses({ deployment, deployerKey }: TestChain) {
  const to = deployment.access_pass
  const deployer = privateKeyToAddress(deployerKey)
  const purchase = (random: Random): Remake => {
    const from = person(random(PEOPLE))
    const args = [1, 1, 500n] as const
    return () => ({
      from,
      to,
      gas: GAS,
      data: encodeFunctionData({ abi: accessPassAbi, functionName: 'purchase', args }),
    })
  }
  const tier = (random: Random): Remake => {
    const which = 2 + random(4)
    return (again) => {
      const args = [
        which,
        { price: BigInt(again(900)), period: DAY * (1 + again(9)), minEarned: BigInt(again(9)) },
      ] as const
      return {
        from: deployer,
        to,
        gas: GAS,
        data: encodeFunctionData({ abi: accessPassAbi, functionName: 'setTier', args }),
      }
    }
  }
  return { purchase, tier }
}

/** An event of the other contracts, in the words of a seed. */
export function utterance({ deployment }: TestChain, random: Random, which: number): Remake {
  const first = utter(random, which)
  return (again) => {
    // What begins something begins it once.
    const said = /^(RaffleCreated|TradeProposed)$/.test(first.event.name) ? utter(again, which) : first
    return { from: person(0), to: deployment[said.puppet], data: callOf(said, again), gas: GAS }
  }
}

/** Transactions by seeded choice. Some revert, which is as good: then they leave no logs. */
export function createActor(chain: TestChain) {
  const { award, transfer, spend, delegate, forget } = ofKarma(chain)
  const { purchase, tier } = ofPasses(chain)
  const say = (random: Random) => utterance(chain, random, random(UTTERANCES))
  const govern = (random: Random): Remake => {
    const which = random(ROLE_ACTS)
    return (again) => actOnRoles(chain, again, which)
  }
  const kinds = [
    award,
    award,
    transfer,
    transfer,
    transfer,
    spend,
    delegate,
    purchase,
    tier,
    say,
    say,
    say,
    say,
    say,
    govern,
  ]
  let recent: Remake[] = []
  const any = (random: Random): Transaction => {
    const remake = (kinds[random(kinds.length)] ?? award)(random)
    recent = [remake, ...recent].slice(0, 12)
    return remake(random)
  }
  /** Something for each of the people. */
  const endow = (random: Random): Transaction => {
    const everyone = Array.from({ length: PEOPLE }, (_, index) => person(index))
    return award(random, everyone)(random)
  }
  return {
    any,
    endow,
    /** What was done lately, done again and differently: the same topics, hence the same bloom, and other data. */
    again: (random: Random): Transaction => recent[random(recent.length)]?.(random) ?? any(random),
    forget: () => {
      forget()
      recent = []
    },
  }
}

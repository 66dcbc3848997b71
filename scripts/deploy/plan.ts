import {
  type Hex,
  isAddressEqual,
  keccak256,
  stringToBytes,
  toFunctionSelector,
  zeroAddress,
  zeroHash,
} from 'viem'
import type { ContractName } from '../../core/deployment.ts'
import { karma } from '../../core/karma/amount.ts'
import type { Network } from '../../core/networks.ts'
import { artifacts, contractNames } from './artifacts.ts'
import { type People, personRoles, type RoleName, restricted, roles, type timelockRoles } from './roles.ts'
import { at, type Call, call, type Value } from './value.ts'

/** Most karma a UTC day may mint, in wei. About ten thousand confirmed reports: room for all, and little for a thief. */
const DAILY_CAP = karma(100_000)

const DAY = 86_400
/** What passes cost at first; the admin may change it on chain. */
const tiers: [number: number, terms: { price: bigint; period: number; minEarned: bigint }][] = [
  [1, { price: karma(20), period: 30 * DAY, minEarned: 0n }],
  [2, { price: karma(50), period: 30 * DAY, minEarned: karma(100) }],
]

export type PlanOptions = {
  network: Network
  people: People
  /** Sends every transaction, and has no power left at the end unless it is a person too. */
  deployer: Hex
  /** Constructor arguments of DrandBeacon. */
  beacon: readonly Value[]
}

export type Creation = { kind: 'create'; of: ContractName; args: readonly Value[] }
export type Step = Creation | Call

function constructors({ network, deployer, beacon }: PlanOptions): Record<ContractName, readonly Value[]> {
  const { vote } = network
  const managed = [at('access_manager'), at('forwarder')]
  return {
    access_manager: [deployer],
    forwarder: ['SNPD'],
    karma: [...managed, DAILY_CAP],
    access_pass: [...managed, at('karma')],
    beacon,
    raffle: [...managed, at('karma'), at('access_pass'), at('beacon'), BigInt(network.raffle_margin)],
    trade_escrow: [...managed, at('karma'), BigInt(network.ruling_window)],
    feature_flags: [at('access_manager')],
    timelock: [BigInt(vote.timelock), [], [zeroAddress], deployer],
    governor: [
      ...[at('karma'), at('timelock'), vote.delay, vote.period],
      ...[karma(vote.threshold), BigInt(vote.quorum_percent), at('forwarder')],
    ],
    guardian: [at('access_manager')],
  }
}

/** Id of a role of the TimelockController. */
export function timelockRoleId(name: keyof typeof timelockRoles): Hex {
  return name === 'DEFAULT_ADMIN_ROLE' ? zeroHash : keccak256(stringToBytes(name))
}

/** 4 bytes of the ABI's function of that name. */
export function selectorOf(target: ContractName, name: string): Hex {
  const item = artifacts[target].abi.find((each) => each.type === 'function' && each.name === name)
  if (item?.type !== 'function') throw new Error(`${target} has no function ${name}`)
  return toFunctionSelector(item)
}

const manage = (name: string, args: readonly Value[]) => call('access_manager', name, args)
const grant = (role: RoleName, account: Value, delay = 0) =>
  manage('grantRole', [roles[role], account, delay])

/** Everything the AccessManager must know, in the order it is told; ADMIN gives up its haste last. */
function manager({ network, people, deployer }: PlanOptions): Call[] {
  const labelled = (Object.keys(roles) as RoleName[]).filter((role) => role !== 'ADMIN')
  const opened = restricted.filter(({ role }) => role !== 'ADMIN')
  const persons = Object.entries(personRoles) as [keyof typeof personRoles, RoleName][]
  return [
    ...labelled.map((role) => manage('labelRole', [roles[role], role])),
    ...opened.map(({ target, name, role }) =>
      manage('setTargetFunctionRole', [at(target), [selectorOf(target, name)], roles[role]]),
    ),
    ...persons.map(([person, role]) => grant(role, people[person])),
    grant('GOVERNOR', at('timelock')),
    grant('ADMIN', at('guardian')),
    ...tiers.map(([number, terms]) =>
      manage('execute', [at('access_pass'), call('access_pass', 'setTier', [number, terms])]),
    ),
    grant('ADMIN', people.admin, network.admin_delay),
    ...(isAddressEqual(people.admin, deployer) ? [] : [manage('renounceRole', [roles.ADMIN, deployer])]),
  ]
}

/**
 * Every transaction of a deployment, in order: the contracts, who may propose to the timelock, and last all roles in
 * one transaction, so that no half of them is ever in force. Pure.
 */
export function planOf(options: PlanOptions): Step[] {
  const args = constructors(options)
  const given = options.network.forwarder === 'own' ? [] : ['forwarder']
  const created = contractNames.filter((name) => !given.includes(name))
  return [
    ...created.map((of) => ({ kind: 'create', of, args: args[of] }) as const),
    call('timelock', 'grantRole', [timelockRoleId('PROPOSER_ROLE'), at('governor')]),
    call('timelock', 'grantRole', [timelockRoleId('CANCELLER_ROLE'), at('governor')]),
    call('timelock', 'renounceRole', [timelockRoleId('DEFAULT_ADMIN_ROLE'), options.deployer]),
    manage('multicall', [manager(options)]),
  ]
}

import { encodeFunctionData, type Hex } from 'viem'
import { accessManagerAbi } from '../../core/contracts/accessManager.ts'
import { Final } from '../../core/errors.ts'
import { settled } from './chain.ts'
import type { Reader } from './exceptions.ts'
import { grantsOf, holds, managerEvents } from './manager.ts'
import { lower } from './names.ts'
import { type PersonRole, personRoles, roles } from './roles.ts'

/** Who should hold the roles that persons hold; a role not named stays with whom it is. */
export type Wanted = Partial<Record<PersonRole, Hex>>
/** A change that ADMIN announced: the present holders, and the unix second from which another run makes it. */
export type Pending = { person: PersonRole; holders: Hex[]; until: number }

const encode = (functionName: 'grantRole' | 'revokeRole', role: bigint, account: Hex) =>
  functionName === 'grantRole'
    ? encodeFunctionData({ abi: accessManagerAbi, functionName, args: [role, account, 0] })
    : encodeFunctionData({ abi: accessManagerAbi, functionName, args: [role, account] })

async function holdersOf(reader: Reader, role: bigint): Promise<Hex[]> {
  const grants = grantsOf(await managerEvents(reader))
  const accounts = new Set(grants.filter((grant) => grant.role === role).map(({ account }) => account))
  const found = [...accounts].map(async (account) =>
    (await holds(reader, { role, account })).isMember ? [account] : [],
  )
  return (await Promise.all(found)).flat()
}

const managerOf = ({ deployment }: Reader) =>
  ({ address: deployment.access_manager, abi: accessManagerAbi }) as const

/** All calls in one transaction: nobody and nothing comes between. */
async function together(reader: Reader, what: string, calls: Hex[]): Promise<void> {
  const { deployer } = reader
  const call = { ...managerOf(reader), functionName: 'multicall', args: [calls] } as const
  await settled(deployer, what, deployer.writeContract(call))
}

/** Unix second from which each call may be made; 0 when it is not announced, or was and expired. */
async function readyTimes(reader: Reader, calls: Hex[]): Promise<number[]> {
  const { deployer } = reader
  const manager = managerOf(reader)
  const times = calls.map(async (data) => {
    const args = [deployer.account.address, manager.address, data] as const
    const id = await deployer.readContract({ ...manager, functionName: 'hashOperation', args })
    return deployer.readContract({ ...manager, functionName: 'getSchedule', args: [id] })
  })
  return Promise.all(times)
}

async function announce(reader: Reader, what: string, calls: Hex[]): Promise<void> {
  const { address } = managerOf(reader)
  const schedule = calls.map((data) =>
    encodeFunctionData({ abi: accessManagerAbi, functionName: 'schedule', args: [address, data, 0] }),
  )
  await together(reader, `announce ${what}`, schedule)
}

/** ADMIN's own delay in seconds. @throws Final `chain.refused` when the deployer is not ADMIN */
async function adminDelay(reader: Reader, what: string, calls: Hex[]): Promise<number> {
  const { isMember, delay } = await holds(reader, {
    role: roles.ADMIN,
    account: reader.deployer.account.address,
  })
  if (isMember) return delay
  throw new Final({
    code: 'chain.refused',
    message: `Only ADMIN can ${what}, and the account of DEPLOYER_KEY is not.`,
    fix: `Have ADMIN schedule and then make these calls to ${reader.deployment.access_manager}: ${calls.join(', ')}`,
  })
}

/** Moves one role, or announces that: the newcomer gets it in the transaction in which the others lose it. */
async function move(reader: Reader, person: PersonRole, account: Hex): Promise<Pending | undefined> {
  const role = roles[personRoles[person]]
  if ((await holds(reader, { role, account })).isMember) return undefined
  const holders = await holdersOf(reader, role)
  const calls = [
    encode('grantRole', role, account),
    ...holders.map((holder) => encode('revokeRole', role, holder)),
  ]
  const what = `give ${personRoles[person]} to ${lower(account)}`
  if ((await adminDelay(reader, what, calls)) === 0) return void (await together(reader, what, calls))
  const times = await readyTimes(reader, calls)
  const unannounced = calls.filter((_, index) => times[index] === 0)
  if (unannounced.length > 0) await announce(reader, what, unannounced)
  const until = Math.max(...(await readyTimes(reader, calls)))
  const { timestamp } = await reader.deployer.getBlock()
  if (until > Math.max(Number(timestamp), Date.now() / 1000)) return { person, holders, until }
  return void (await together(reader, what, calls))
}

/**
 * Gives the named roles to whom they should belong. ADMIN must announce such a change and wait, so the first run
 * announces it and a later one makes it; what is already so costs nothing.
 * @returns what still waits
 * @throws Final `chain.refused` when the deployer is not ADMIN
 */
export async function ensurePeople(reader: Reader, wanted: Wanted): Promise<Pending[]> {
  const pending: Pending[] = []
  for (const [person, account] of Object.entries(wanted) as [PersonRole, Hex | undefined][]) {
    const waits = account && (await move(reader, person, account))
    if (waits) pending.push(waits)
  }
  return pending
}

/** The holders of the roles that still wait to move. */
export function nowHeld(pending: readonly Pending[]): Wanted {
  return Object.fromEntries(pending.map(({ person, holders }) => [person, holders[0]]))
}

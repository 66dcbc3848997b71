import type { Hex } from 'viem'
import { expect } from 'vitest'
import { accessManagerAbi } from '../../core/contracts/accessManager.ts'
import { governorAbi } from '../../core/contracts/governor.ts'
import { karmaAbi } from '../../core/contracts/karma.ts'
import { timelockAbi } from '../../core/contracts/timelock.ts'
import { toHex } from '../../db/bytes.ts'
import type { Sql } from '../../db/client.ts'
import type { Activity } from './activity.ts'

type Chain = Pick<Activity, 'client' | 'deployment'>
const seconds = (time: Date | null) => (time ? time.getTime() / 1000 : 0)

/** The AccessManager, asked by viem. */
const managerOf = ({ deployment }: Chain) =>
  ({ address: deployment.access_manager, abi: accessManagerAbi }) as const

type Member = { role_id: bigint; account_address: Uint8Array; delay: bigint }

/** Whoever a view says has a role has it, with that delay; and of all who ever did, nobody else. */
export async function expectRoles(sql: Sql, chain: Chain): Promise<void> {
  const { client } = chain
  const ask = managerOf(chain)
  const held = await sql<Member[]>`select role_id, account_address, delay from chain.role_member_now`
  const ever = await sql<Member[]>`select distinct role_id, account_address from chain.role_member`
  const keyOf = ({ role_id, account_address }: Member) => `${role_id} ${toHex(account_address)}`
  const now = new Map(held.map((member) => [keyOf(member), member.delay]))
  expect(ever.length).toBeGreaterThan(now.size)
  for (const member of ever) {
    const args = [member.role_id, toHex(member.account_address)] as const
    const [isMember, delay] = await client.readContract({ ...ask, functionName: 'hasRole', args })
    expect([args, now.get(keyOf(member))]).toEqual([args, isMember ? BigInt(delay) : undefined])
  }
  const roles = await sql<{ role_id: bigint; admin: bigint; guardian: bigint; grant_delay: bigint }[]>`
    select role_id, admin, guardian, grant_delay from chain.role_now`
  expect(roles.length).toBeGreaterThan(5)
  for (const { role_id, admin, guardian } of roles) {
    const of = { ...ask, args: [role_id] } as const
    expect(await client.readContract({ ...of, functionName: 'getRoleAdmin' })).toBe(admin)
    expect(await client.readContract({ ...of, functionName: 'getRoleGuardian' })).toBe(guardian)
  }
  const [last] = await sql`select label, members::int, grant_delay::float8,
    grant_delay_since > now() as waits from chain.role_now order by role_id desc limit 1`
  expect(last).toMatchObject({ label: 'Ünïque \u{fffd} 🗳️', members: 1, grant_delay: 2 ** 32 - 1 })
}

/** What is closed, what obeys whom, and which function is whose. */
export async function expectTargets(sql: Sql, chain: Chain): Promise<void> {
  const { client, deployment } = chain
  const ask = managerOf(chain)
  const targets = await sql<{ target_address: Uint8Array; closed: boolean; authority: Uint8Array | null }[]>`
    select target_address, closed, authority from chain.target_now`
  expect(targets.filter(({ closed }) => closed)).toHaveLength(1)
  for (const { target_address, closed, authority } of targets) {
    const target = toHex(target_address)
    const of = { ...ask, args: [target] } as const
    expect([target, await client.readContract({ ...of, functionName: 'isTargetClosed' })]).toEqual([
      target,
      closed,
    ])
    expect(authority && toHex(authority)).toBe(deployment.access_manager)
  }
  const functions = await sql<{ target_address: Uint8Array; selector: Uint8Array; role_id: bigint }[]>`
    select target_address, selector, role_id from chain.target_function_now`
  expect(functions.length).toBeGreaterThan(4)
  for (const { target_address, selector, role_id } of functions) {
    const args = [toHex(target_address), toHex(selector)] as const
    expect(await client.readContract({ ...ask, functionName: 'getTargetFunctionRole', args })).toBe(role_id)
  }
}

/** OpenZeppelin's OperationState: 1 and 2 wait, 3 is done; what was called off is unset. */
const STATES: Record<string, number[]> = { pending: [1, 2], executed: [3], cancelled: [0] }

/** What waits in the timelock and in the AccessManager, what was made and what was called off. */
export async function expectOperations(sql: Sql, chain: Chain): Promise<void> {
  const { client, deployment } = chain
  const waiting = await sql<{ operation_id: Uint8Array; state: string; ready_at: Date; calls: bigint }[]>`
    select operation_id, state, ready_at, calls from chain.timelock_operation_now order by block_number`
  expect(waiting.map(({ state }) => state)).toEqual(['executed', 'cancelled', 'pending'])
  expect(waiting.map(({ calls }) => calls)).toEqual([3n, 2n, 2n])
  expect(waiting[2]?.ready_at.toISOString()).toBe('9999-12-31T23:59:59.000Z')
  const timelock = { address: deployment.timelock, abi: timelockAbi } as const
  for (const { operation_id, state } of waiting) {
    const args = [toHex(operation_id)] as const
    const actual = await client.readContract({ ...timelock, functionName: 'getOperationState', args })
    expect(STATES[state]).toContain(actual)
  }
  const operations = await sql<{ operation_id: Uint8Array; state: string; ready_at: Date; nonce: bigint }[]>`
    select operation_id, state, ready_at, nonce from chain.access_operation_now order by block_number`
  expect(operations.map(({ state }) => state)).toEqual(['executed', 'canceled', 'scheduled'])
  const ask = managerOf(chain)
  for (const { operation_id, state, ready_at, nonce } of operations) {
    const of = { ...ask, args: [toHex(operation_id)] } as const
    const schedule = await client.readContract({ ...of, functionName: 'getSchedule' })
    expect(schedule).toBe(state === 'scheduled' ? seconds(ready_at) : 0)
    expect(BigInt(await client.readContract({ ...of, functionName: 'getNonce' }))).toBe(nonce)
  }
  const holders = await sql<{ role: Uint8Array; account_address: Uint8Array }[]>`
    select role, account_address from chain.timelock_role_now`
  expect(holders).toHaveLength(4)
  for (const { role, account_address } of holders) {
    const args = [toHex(role), toHex(account_address)] as const
    expect(await client.readContract({ ...timelock, functionName: 'hasRole', args })).toBe(true)
  }
}

/** The numbers that votes and minting obey. */
export async function expectSettings(sql: Sql, { client, deployment }: Chain): Promise<void> {
  const rows = await sql<{ setting: string; value: bigint }[]>`
    select setting, new_value as value from chain.governor_setting_now`
  const governor = { address: deployment.governor as Hex, abi: governorAbi } as const
  const [delay, period, threshold, quorum] = await Promise.all([
    client.readContract({ ...governor, functionName: 'votingDelay' }),
    client.readContract({ ...governor, functionName: 'votingPeriod' }),
    client.readContract({ ...governor, functionName: 'proposalThreshold' }),
    client.readContract({ ...governor, functionName: 'quorumNumerator' }),
  ])
  expect(Object.fromEntries(rows.map(({ setting, value }) => [setting, value]))).toEqual({
    ...{ 'voting-delay': delay, 'voting-period': period },
    ...{ 'proposal-threshold': threshold, 'quorum-numerator': quorum },
  })
  const [cap] = await sql<{ cap: bigint }[]>`select cap from chain.daily_cap_now`
  expect(cap?.cap).toBe(
    await client.readContract({ address: deployment.karma, abi: karmaAbi, functionName: 'dailyCap' }),
  )
}

import type { Abi, Hex } from 'viem'
import { accessManagerAbi } from '../../core/contracts/accessManager.ts'
import { type Event, eventsOf } from './events.ts'
import { type Reader, roleExceptions, targetExceptions } from './exceptions.ts'
import { functionName, lower, memberName, roleName } from './names.ts'
import { selectorOf } from './plan.ts'
import { restricted, roles } from './roles.ts'

/** Who holds one role, and what it opens; in words. */
export type Row = { name: string; members: string[]; functions: string[] }
/** Who may do what. `exceptions` are sentences about what is otherwise the same for all; none after a deployment. */
export type Table = { rows: Row[]; exceptions: string[] }

type Grant = { role: bigint; account: Hex }
type Gate = { target: Hex; selector: Hex }

const unique = <T>(values: T[]) => [...new Set(values)]
const managerOf = ({ deployment }: Reader) =>
  ({ address: deployment.access_manager, abi: accessManagerAbi }) as const

/** Everything that the AccessManager was ever told. */
export function managerEvents({ deployer, deployment }: Reader): Promise<Event[]> {
  const contract = { address: deployment.access_manager, abi: accessManagerAbi as Abi }
  return eventsOf(deployer, contract, deployment.start_block)
}

/** Every account that ever got a role, whether or not it has it still. */
export function grantsOf(events: readonly Event[]): Grant[] {
  return events.flatMap(({ eventName, args }) =>
    eventName === 'RoleGranted' ? [{ role: args.roleId as bigint, account: lower(args.account) }] : [],
  )
}

function gatesOf(events: readonly Event[]): Gate[] {
  return events.flatMap(({ eventName, args }) =>
    eventName === 'TargetFunctionRoleUpdated'
      ? [{ target: lower(args.target), selector: args.selector as Hex }]
      : [],
  )
}

/** Whether the account has the role now, and with which delay in seconds. */
export async function holds(reader: Reader, { role, account }: Grant) {
  const ask = { ...managerOf(reader), functionName: 'hasRole', args: [role, account] } as const
  const [isMember, delay] = await reader.deployer.readContract(ask)
  return { isMember, delay }
}

async function ownerOf(reader: Reader, { target, selector }: Gate) {
  const ask = { ...managerOf(reader), functionName: 'getTargetFunctionRole' } as const
  const role = await reader.deployer.readContract({ ...ask, args: [target, selector] })
  return { name: functionName(reader.deployment, target, selector), role }
}

async function memberNames(reader: Reader, role: bigint, accounts: Hex[]): Promise<string[]> {
  const found = accounts.map(async (account) => {
    const { isMember, delay } = await holds(reader, { role, account })
    return isMember ? [memberName(reader.deployment, account, delay)] : []
  })
  return (await Promise.all(found)).flat()
}

/** The AccessManager's half of the role table, as the chain has it now. */
export async function readManager(reader: Reader): Promise<Table> {
  const events = await managerEvents(reader)
  const grants = grantsOf(events)
  const listed = restricted.map(({ target, name }) => ({
    target: reader.deployment[target],
    selector: selectorOf(target, name),
  }))
  const owners = await Promise.all([...listed, ...gatesOf(events)].map((gate) => ownerOf(reader, gate)))
  const ids = unique([
    ...Object.values(roles),
    ...grants.map(({ role }) => role),
    ...owners.map(({ role }) => role),
  ])
  const rows = ids.map(async (id) => {
    const accounts = unique(grants.filter(({ role }) => role === id).map(({ account }) => account))
    const functions = unique(owners.filter(({ role }) => role === id).map(({ name }) => name))
    return { name: roleName(id), members: await memberNames(reader, id, accounts), functions }
  })
  const odd = [...ids.map((id) => roleExceptions(reader, id)), targetExceptions(reader)]
  return { rows: await Promise.all(rows), exceptions: (await Promise.all(odd)).flat() }
}

import type { Abi, Hex } from 'viem'
import { timelockAbi } from '../../core/contracts/timelock.ts'
import { eventsOf } from './events.ts'
import type { Reader } from './exceptions.ts'
import type { Row } from './manager.ts'
import { lower, nameOf } from './names.ts'
import { timelockRoleId } from './plan.ts'
import { timelockRoles } from './roles.ts'

const known = Object.keys(timelockRoles) as (keyof typeof timelockRoles)[]

function nameOfRole(id: Hex): string {
  return known.find((name) => timelockRoleId(name) === id) ?? id
}

/** The TimelockController's rows of the role table, as the chain has them now. */
export async function readTimelock({ deployer, deployment }: Reader): Promise<Row[]> {
  const timelock = { address: deployment.timelock, abi: timelockAbi } as const
  const contract = { ...timelock, abi: timelockAbi as Abi }
  const events = await eventsOf(deployer, contract, deployment.start_block)
  const grants = events.flatMap(({ eventName, args }) =>
    eventName === 'RoleGranted' ? [{ role: args.role as Hex, account: lower(args.account) }] : [],
  )
  const ids = new Set([...known.map(timelockRoleId), ...grants.map(({ role }) => role)])
  const rows = [...ids].map(async (id) => {
    const accounts = [...new Set(grants.filter(({ role }) => role === id).map(({ account }) => account))]
    const members = accounts.map(async (account) => {
      const ask = { ...timelock, functionName: 'hasRole', args: [id, account] } as const
      return (await deployer.readContract(ask)) ? [nameOf(deployment, account)] : []
    })
    return { name: `timelock ${nameOfRole(id)}`, members: (await Promise.all(members)).flat(), functions: [] }
  })
  return Promise.all(rows)
}

import type { Abi } from 'viem'
import { accessManagerAbi } from '../../core/contracts/accessManager.ts'
import type { Deployment } from '../../core/deployment.ts'
import type { Deployer } from './chain.ts'
import { lower, roleName } from './names.ts'
import { restricted, roles } from './roles.ts'

export type Reader = { deployer: Deployer; deployment: Deployment }

const managerOf = ({ deployment }: Reader) =>
  ({ address: deployment.access_manager, abi: accessManagerAbi }) as const

/** What is odd about a role: any other than ADMIN grants or watches it, or grants wait. */
export async function roleExceptions(reader: Reader, role: bigint): Promise<string[]> {
  const { deployer } = reader
  const ask = { ...managerOf(reader), args: [role] } as const
  const [admin, guardian, delay] = await Promise.all([
    deployer.readContract({ ...ask, functionName: 'getRoleAdmin' }),
    deployer.readContract({ ...ask, functionName: 'getRoleGuardian' }),
    deployer.readContract({ ...ask, functionName: 'getRoleGrantDelay' }),
  ])
  const name = roleName(role)
  return [
    ...(admin === roles.ADMIN ? [] : [`${name} is granted by ${roleName(admin)}`]),
    ...(guardian === roles.ADMIN ? [] : [`${name} is watched by ${roleName(guardian)}`]),
    ...(delay === 0 ? [] : [`${name} is granted only after ${delay} s`]),
  ]
}

const authorityAbi: Abi = [
  {
    type: 'function',
    name: 'authority',
    inputs: [],
    outputs: [{ type: 'address' }],
    stateMutability: 'view',
  },
]
const managed = [...new Set(restricted.map(({ target }) => target))]

/** What is odd about a contract: it is closed, waits for ADMIN, or obeys another AccessManager. */
export async function targetExceptions(reader: Reader): Promise<string[]> {
  const { deployer, deployment } = reader
  const found = managed.map(async (name) => {
    const address = deployment[name]
    const ask = { ...managerOf(reader), args: [address] } as const
    const [isClosed, delay, authority] = await Promise.all([
      deployer.readContract({ ...ask, functionName: 'isTargetClosed' }),
      deployer.readContract({ ...ask, functionName: 'getTargetAdminDelay' }),
      deployer.readContract({ address, abi: authorityAbi, functionName: 'authority' }),
    ])
    return [
      ...(isClosed ? [`${name} is closed`] : []),
      ...(delay === 0 ? [] : [`${name} is closed and opened only after ${delay} s`]),
      ...(lower(authority) === deployment.access_manager ? [] : [`${name} obeys ${lower(authority)}`]),
    ]
  })
  return (await Promise.all(found)).flat()
}

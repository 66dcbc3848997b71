import { type Hex, toFunctionSelector } from 'viem'
import { accessManagerAbi } from '../../core/contracts/accessManager.ts'
import type { Deployment } from '../../core/deployment.ts'
import { type Deployer, settled } from './chain.ts'

type Contracts = Pick<Deployment, 'karma' | 'access_pass' | 'access_manager'>

/** Role ids of the AccessManager. ADMIN is OpenZeppelin's own; a function without a role belongs to it. */
export const roles = { ADMIN: 0n, AWARDER: 1n } as const
type RoleName = keyof typeof roles

/** Every restricted function, and who may call it. */
const functions: { target: 'karma' | 'access_pass'; signature: string; role: RoleName }[] = [
  { target: 'karma', signature: 'awardRun(uint64,uint256[],bytes32)', role: 'AWARDER' },
  { target: 'karma', signature: 'setDailyCap(uint256)', role: 'ADMIN' },
  { target: 'access_pass', signature: 'setTier(uint8,(uint96,uint32,uint96))', role: 'ADMIN' },
]

function roleOf(deployer: Deployer, contracts: Contracts, { target, signature }: (typeof functions)[number]) {
  return deployer.readContract({
    address: contracts.access_manager,
    abi: accessManagerAbi,
    functionName: 'getTargetFunctionRole',
    args: [contracts[target], toFunctionSelector(signature)],
  })
}

async function holds(deployer: Deployer, manager: Hex, grant: { role: bigint; account: Hex }) {
  const [member] = await deployer.readContract({
    address: manager,
    abi: accessManagerAbi,
    functionName: 'hasRole',
    args: [grant.role, grant.account],
  })
  return member
}

async function ensureFunctions(deployer: Deployer, contracts: Contracts): Promise<void> {
  const manager = { address: contracts.access_manager, abi: accessManagerAbi } as const
  for (const entry of functions) {
    if ((await roleOf(deployer, contracts, entry)) === roles[entry.role]) continue
    const args = [contracts[entry.target], [toFunctionSelector(entry.signature)], roles[entry.role]] as const
    const sending = deployer.writeContract({ ...manager, functionName: 'setTargetFunctionRole', args })
    await settled(deployer, `give ${entry.signature} to ${entry.role}`, sending)
  }
}

/** Gives every restricted function its role and the awarder the AWARDER role; sends nothing that is already so. */
export async function ensureRoles(deployer: Deployer, contracts: Contracts, awarder: Hex): Promise<void> {
  await ensureFunctions(deployer, contracts)
  if (await holds(deployer, contracts.access_manager, { role: roles.AWARDER, account: awarder })) return
  const manager = { address: contracts.access_manager, abi: accessManagerAbi } as const
  const label = deployer.writeContract({
    ...manager,
    functionName: 'labelRole',
    args: [roles.AWARDER, 'AWARDER'],
  })
  await settled(deployer, 'label the AWARDER role', label)
  const grant = deployer.writeContract({
    ...manager,
    functionName: 'grantRole',
    args: [roles.AWARDER, awarder, 0],
  })
  await settled(deployer, 'grant the AWARDER role', grant)
}

/** Who was ever granted a role and still has it, by the chain's own events. */
async function membersOf(deployer: Deployer, { access_manager, start_block }: Deployment, role: bigint) {
  const granted = await deployer.getContractEvents({
    address: access_manager,
    abi: accessManagerAbi,
    eventName: 'RoleGranted',
    args: { roleId: role },
    fromBlock: BigInt(start_block),
  })
  const members: Hex[] = []
  for (const account of new Set(granted.flatMap(({ args }) => args.account ?? [])))
    if (await holds(deployer, access_manager, { role, account })) members.push(account)
  return members
}

export type RoleRow = { role: RoleName; id: bigint; members: Hex[]; functions: string[] }

/** The role table as the chain has it now: members and the restricted functions they may call. */
export async function readRoles(deployer: Deployer, deployment: Deployment): Promise<RoleRow[]> {
  const owners = await Promise.all(
    functions.map(async (entry) => ({ ...entry, id: await roleOf(deployer, deployment, entry) })),
  )
  const names = Object.keys(roles) as RoleName[]
  return Promise.all(
    names.map(async (role) => ({
      role,
      id: roles[role],
      members: await membersOf(deployer, deployment, roles[role]),
      functions: owners
        .filter(({ id }) => id === roles[role])
        .map(({ target, signature }) => `${target}.${signature}`),
    })),
  )
}

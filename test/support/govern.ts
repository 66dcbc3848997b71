import { type Hex, keccak256, toFunctionSelector, zeroHash } from 'viem'
import { timelockAbi } from '../../core/contracts/timelock.ts'
import { member } from './activity.ts'
import type { World } from './world.ts'

const [HOUR, MONTH] = [3_600, 30 * 86_400]
/** A role that nobody else has, and the delay of who has it. */
const [ROLE, DELAY] = [2n ** 64n - 2n, 60]

const selector = toFunctionSelector('setDailyCap(uint256)')

/** Roles made, named, given and taken; a contract closed and opened. */
async function roles({ call, operator, deployment }: World) {
  const { karma, guardian } = deployment
  await call(operator, 'access_manager.labelRole', ROLE, 'Ünïque \0 🗳️')
  await call(operator, 'access_manager.setRoleAdmin', ROLE, 4n)
  await call(operator, 'access_manager.setRoleGuardian', ROLE, 4n)
  await call(operator, 'access_manager.grantRole', ROLE, member(1), 0)
  await call(operator, 'access_manager.revokeRole', ROLE, member(1))
  await call(operator, 'access_manager.grantRole', ROLE, member(2), DELAY)
  await call(operator, 'access_manager.setGrantDelay', ROLE, 2 ** 32 - 1)
  await call(operator, 'access_manager.setTargetAdminDelay', guardian, MONTH)
  await call(operator, 'guardian.close', karma)
  await call(operator, 'guardian.close', deployment.raffle)
  await call(operator, 'access_manager.setTargetClosed', karma, false)
}

/** Calls that wait: one made, one called off, one that waits for ever. */
async function operations({ call, data, operator, deployment, now, pass }: World) {
  const { karma } = deployment
  await call(operator, 'access_manager.setTargetFunctionRole', karma, [selector], ROLE)
  const caller = member(2)
  const schedule = async (cap: bigint) => {
    const what = data('karma', 'setDailyCap', [cap])
    await call(caller, 'access_manager.schedule', karma, what, (await now()) + HOUR)
    return what
  }
  const made = await schedule(1n)
  const calledOff = await schedule(2n)
  await call(caller, 'access_manager.cancel', caller, karma, calledOff)
  await pass(2 * HOUR)
  await call(caller, 'access_manager.execute', karma, made)
  await schedule(3n)
}

/** What only the governor and the timelock themselves may do. */
async function timelock({ call, client, deployment }: World) {
  const { governor, timelock: self, karma } = deployment
  for (const address of [governor, self]) await client.setBalance({ address, value: 10n ** 20n })
  await call(self, 'timelock.updateDelay', 90n)
  await call(self, 'timelock.grantRole', zeroHash, member(1))
  await call(self, 'timelock.revokeRole', zeroHash, member(1))
  const args = (salt: Hex) => [[karma, karma], [0n, 1n], ['0x', '0x0102'], zeroHash, salt] as const
  const salts = ['called off', 'for ever'].map((text) => keccak256(new TextEncoder().encode(text)))
  const [first = zeroHash, second = zeroHash] = salts
  await call(governor, 'timelock.scheduleBatch', ...args(first), 100n)
  const at = { address: self, abi: timelockAbi, functionName: 'hashOperationBatch' } as const
  const id = await client.readContract({ ...at, args: args(first) })
  await call(governor, 'timelock.cancel', id)
  await call(governor, 'timelock.scheduleBatch', ...args(second), 2n ** 64n)
}

/** Makes the AccessManager, the timelock and the governor say everything but what votes lead to. */
export async function governEverything(world: World): Promise<void> {
  await roles(world)
  await operations(world)
  await timelock(world)
}

import { type Abi, encodeFunctionData, type Hex, numberToHex } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import type { Random } from '../../core/random.ts'
import type { TestChain } from './chain.ts'
import { abis } from './world.ts'

/** Roles that mean nothing, so that none of it takes anybody's right away. */
const roleOf = (random: Random) => 1_000n + BigInt(random(5))
const somebody = (random: Random): Hex => numberToHex(0xdef0 + random(5), { size: 20 })

const acts: ((random: Random) => [functionName: string, args: unknown[]])[] = [
  (random) => ['labelRole', [roleOf(random), `label ${random(100)}`]],
  (random) => ['grantRole', [roleOf(random), somebody(random), random(3)]],
  (random) => ['revokeRole', [roleOf(random), somebody(random)]],
  (random) => ['setRoleAdmin', [roleOf(random), roleOf(random)]],
  (random) => ['setRoleGuardian', [roleOf(random), roleOf(random)]],
  (random) => ['setGrantDelay', [roleOf(random), random(1_000)]],
  (random) => ['setTargetClosed', [somebody(random), random(2) === 0]],
  (random) => ['setTargetAdminDelay', [somebody(random), random(1_000)]],
  (random) => [
    'setTargetFunctionRole',
    [somebody(random), [numberToHex(random(2 ** 31), { size: 4 })], roleOf(random)],
  ],
]
export const ROLE_ACTS = acts.length

/** What an admin of the roles does: one of these acts. */
export function actOnRoles({ deployment, deployerKey }: TestChain, random: Random, which: number) {
  const [functionName, args] = acts[which % ROLE_ACTS]?.(random) ?? ['', []]
  const data = encodeFunctionData({ abi: abis.access_manager as Abi, functionName, args })
  return { from: privateKeyToAddress(deployerKey), to: deployment.access_manager, data, gas: '0x2dc6c0' }
}

import { type Hex, toFunctionSelector, toFunctionSignature } from 'viem'
import { addressOf, type Contract, type Lab } from './lab.ts'

/** wei of one karma */
export const KARMA = 10n ** 18n
/** Most awards of one batch. */
export const BATCH = 500

const AWARDER = 1n
export const RAFFLE_OPERATOR = 2n

/** Opens one restricted function to a role, as scripts/deploy does. */
export async function allow(
  lab: Lab,
  manager: Contract,
  grant: { target: Contract; name: string; role: bigint },
) {
  const item = grant.target.abi.find((one) => one.type === 'function' && one.name === grant.name)
  if (item?.type !== 'function') throw new Error(`no function ${grant.name}`)
  const selector = toFunctionSelector(toFunctionSignature(item))
  const args = [grant.target.address, [selector], grant.role]
  await lab.send({ from: lab.admin, to: manager, name: 'setTargetFunctionRole', args })
}

/** The wire form of awards: the member in the upper 160 bits, wei in the lower 96. */
export function pack(members: readonly Hex[], amount: bigint): bigint[] {
  return members.map((member) => (BigInt(member) << 96n) | amount)
}

/** The contracts under their roles, with tier 1 on sale, and the means to use them as the product does. */
export async function deploySystem(lab: Lab) {
  const awarder = addressOf('awarder', 0)
  const operator = addressOf('operator', 0)
  const manager = await lab.deploy('@openzeppelin/contracts/access/manager/AccessManager', [lab.admin])
  const forwarder = await lab.deploy('@openzeppelin/contracts/metatx/ERC2771Forwarder', ['SNPD'])
  const base = [manager.address, forwarder.address]
  const karma = await lab.deploy('contracts/Karma', [...base, 10_000_000n * KARMA])
  const pass = await lab.deploy('contracts/AccessPass', [...base, karma.address])
  await allow(lab, manager, { target: karma, name: 'awardRun', role: AWARDER })
  await lab.send({ from: lab.admin, to: manager, name: 'grantRole', args: [AWARDER, awarder, 0] })
  await lab.send({ from: lab.admin, to: manager, name: 'grantRole', args: [RAFFLE_OPERATOR, operator, 0] })
  const tier = { price: 20n * KARMA, period: 30 * 86_400, minEarned: 0n }
  await lab.send({ from: lab.admin, to: pass, name: 'setTier', args: [1, tier] })

  let nextId = 1n
  /** Awards each member `amount` wei in one batch under the next ids; returns its gas. */
  const award = (members: readonly Hex[], amount: bigint) => {
    const args = [nextId, pack(members, amount), `0x${'5e'.repeat(32)}`]
    nextId += BigInt(members.length)
    return lab.send({ from: awarder, to: karma, name: 'awardRun', args })
  }
  return { manager, forwarder, karma, pass, operator, award }
}

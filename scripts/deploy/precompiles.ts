import type { Hex } from 'viem'
import { Final } from '../../core/errors.ts'
import type { Deployer } from './chain.ts'

const zeros = (bytes: number): Hex => `0x${'00'.repeat(bytes)}`

/** Of EIP-2537, those that DrandBeacon calls, asked about points at infinity. */
const probes: { to: Hex; data: Hex; bytes: number }[] = [
  { to: '0x000000000000000000000000000000000000000b', data: zeros(256), bytes: 128 },
  { to: '0x000000000000000000000000000000000000000f', data: zeros(384), bytes: 32 },
  { to: '0x0000000000000000000000000000000000000010', data: zeros(64), bytes: 128 },
]

/**
 * Sends nothing: an account without code answers a call with no bytes, a precompile with its result.
 * @throws Final `chain.no-precompiles`
 */
export async function requirePrecompiles(deployer: Deployer): Promise<void> {
  const answers = await Promise.all(probes.map(({ to, data }) => deployer.call({ to, data })))
  if (answers.every(({ data = '0x' }, index) => data.length === 2 + 2 * (probes[index]?.bytes ?? 0))) return
  throw new Final({
    code: 'chain.no-precompiles',
    message: `Chain ${deployer.chain.id} has no BLS12-381 precompiles (EIP-2537), so nobody could verify a raffle there; nothing was sent.`,
    fix: 'Use a chain with the Prague hard fork or later.',
  })
}

import type { Hex } from 'viem'
import { Final } from '../../core/errors.ts'
import { forwardData } from '../../core/typed-data/forward.ts'
import type { Deployer } from './chain.ts'

const nothing = {
  ...{ from: '0x', to: '0x', data: '0x' },
  ...{ value: 0n, gas: 0n, nonce: 0n, deadline: 0 },
} as const

/**
 * A forwarder that the settings name must be there and know what members sign: contracts trust it for good, and with
 * another name no member could ever act without gas. Sends nothing.
 * @throws Final `config.invalid`
 */
export async function requireForwarder(deployer: Deployer, address: Hex | 'own'): Promise<void> {
  if (address === 'own') return
  const signed = forwardData({ chain_id: deployer.chain.id, forwarder: address }, nothing).domain
  const code = await deployer.getCode({ address })
  const told = code && (await deployer.getEip712Domain({ address }).catch(() => undefined))
  if (told && told.domain.name === signed.name && told.domain.version === signed.version) return
  throw new Final({
    code: 'config.invalid',
    message: `There is no forwarder of the name ${signed.name}, version ${signed.version}, at ${address} on chain ${signed.chainId}; nothing was sent.`,
    fix: 'Set forwarder to own in the settings, or to the address of an ERC2771Forwarder that was made with that name.',
  })
}

import type { Hex } from 'viem'
import { Retryable } from '../../core/errors.ts'
import type { RelayContracts } from '../../core/relay/whitelist.ts'
import { type Account, connectAccount, isOutOfGas } from './account.ts'
import { noGas } from './relay/failure.ts'

type RelayerAccountOptions = { rpcUrl: string; relayerKey: Hex; deployment: RelayContracts }

/** The account that pays for members' calls. Its calls throw Retryable `chain.unreachable`, `relay.no-gas`, `relay.unmined`. */
export function openRelayerAccount({ rpcUrl, relayerKey, deployment }: RelayerAccountOptions): Account {
  const { account } = connectAccount({
    rpcUrl,
    key: relayerKey,
    chainId: deployment.chain_id,
    explain: (error) => {
      if (isOutOfGas(error)) return noGas(account.address, error)
      const root = error.walk()
      if (!('code' in root && typeof root.code === 'number')) return undefined
      return new Retryable({
        code: 'relay.unmined',
        message: `The chain does not take the relayer's transaction: ${root.message}.`,
        fix: 'Look at docs/runbooks/stuck-relay.md.',
        cause: error,
      })
    },
  })
  return account
}

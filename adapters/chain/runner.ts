import { BaseError, ContractFunctionRevertedError, encodeFunctionData, type Hex } from 'viem'
import { raffleAbi } from '../../core/contracts/raffle.ts'
import type { Deployment } from '../../core/deployment.ts'
import { Retryable } from '../../core/errors.ts'
import { argumentsOf, type RaffleAct } from '../../core/raffle/act.ts'
import { type Account, type Call, connectAccount, isOutOfGas } from './account.ts'

export type RunnerOptions = { rpcUrl: string; operatorKey: Hex; deployment: Deployment }

/** The account that runs raffles, on one chain. Its calls throw Retryable `chain.unreachable`, `raffle.no-gas`, `raffle.refused`. */
export type Runner = {
  account: Account
  callOf: (act: RaffleAct) => Call
  /**
   * Would the contract do it now, in the next block? Its clock is that block's: on a chain where nothing else happens the
   * latest one may be from before a raffle's close.
   * @returns the gas it needs, or the name of the contract's reason against it: done already, or not to be done now
   */
  estimate: (act: RaffleAct) => Promise<{ gas: bigint } | { refused: string }>
}

function noGas(account: Hex, cause: unknown): Retryable {
  return new Retryable({
    code: 'raffle.no-gas',
    message: `The account ${account} cannot pay for gas, so raffles are neither opened nor drawn by SNPD.`,
    fix: `Send the chain's own currency to ${account}; it goes on by itself, and anyone else may draw meanwhile.`,
    cause,
  })
}

function explain(error: BaseError, address: Hex): Retryable | undefined {
  if (isOutOfGas(error)) return noGas(address, error)
  const root = error.walk()
  if (!('code' in root && typeof root.code === 'number')) return undefined
  return new Retryable({
    code: 'raffle.refused',
    message: `The chain does not take the transaction of the account that runs raffles: ${root.message}.`,
    fix: 'Look at docs/runbooks/raffles.md.',
    cause: error,
  })
}

/** The contract's reason; undefined when the error came from elsewhere. */
function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof BaseError)) return undefined
  const revert = error.walk((each) => each instanceof ContractFunctionRevertedError)
  if (!(revert instanceof ContractFunctionRevertedError)) return undefined
  return revert.data?.errorName ?? revert.reason ?? revert.shortMessage
}

/** Connects the key to the Raffle contract of a deployment. Sends nothing by itself. */
export function openRunner({ rpcUrl, operatorKey, deployment }: RunnerOptions): Runner {
  const { raffle: address, chain_id: chainId } = deployment
  const { account, client, guard } = connectAccount({
    rpcUrl,
    key: operatorKey,
    chainId,
    explain: (error) => explain(error, account.address),
  })
  const functionOf = (act: RaffleAct) => ({
    ...{ abi: raffleAbi, functionName: act.act, args: argumentsOf(act) },
  })
  const estimate = async (act: RaffleAct) => {
    const asked = { ...functionOf(act), address, account: account.address, blockTag: 'pending' }
    const estimating = client.estimateContractGas(asked as Parameters<typeof client.estimateContractGas>[0])
    return estimating.then(
      (gas) => ({ gas }),
      (error: unknown) => {
        const refused = refusalOf(error)
        if (refused === undefined) throw error
        return { refused }
      },
    )
  }
  return {
    account,
    callOf: (act) => {
      const data = encodeFunctionData(functionOf(act) as Parameters<typeof encodeFunctionData>[0])
      return { to: address, data }
    },
    estimate: (act) => guard(estimate(act)),
  }
}

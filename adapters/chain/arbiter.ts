import { BaseError, ContractFunctionRevertedError, encodeFunctionData, type Hex } from 'viem'
import { tradeEscrowAbi } from '../../core/contracts/tradeEscrow.ts'
import type { Deployment } from '../../core/deployment.ts'
import { Retryable } from '../../core/errors.ts'
import { type Account, type Call, connectAccount, isOutOfGas } from './account.ts'

export type ArbiterOptions = { rpcUrl: string; arbiterKey: Hex; deployment: Deployment }

/** A ruling as the contract takes it: `slashed` is its Slash. */
export type Verdict = { escrowId: Hex; slashed: number }

/** The account that carries juries' verdicts, on one chain. Its calls throw Retryable `chain.unreachable`, `trade.no-gas`, `trade.refused`. */
export type Arbiter = {
  account: Account
  callOf: (verdict: Verdict) => Call
  /** The gas it needs now; null when the contract takes no ruling on this trade any more: it is ruled, or its time is over. */
  estimate: (verdict: Verdict) => Promise<bigint | null>
}

/** The contract's reasons that no later try changes. */
const over = ['WrongState', 'TooLate']

function explain(error: BaseError, address: Hex): Retryable | undefined {
  if (isOutOfGas(error))
    return new Retryable({
      code: 'trade.no-gas',
      message: `The arbiter's account ${address} cannot pay for gas, so juries' verdicts are not carried out.`,
      fix: `Send the chain's own currency to ${address}; it goes on by itself.`,
      cause: error,
    })
  const root = error.walk()
  if (!('code' in root && typeof root.code === 'number')) return undefined
  return new Retryable({
    code: 'trade.refused',
    message: `The chain does not take a jury's verdict: ${root.message}.`,
    fix: 'Check that ARBITER_KEY has the ARBITER role of the deployment.',
    cause: error,
  })
}

function isOver(error: unknown): boolean {
  if (!(error instanceof BaseError)) return false
  const revert = error.walk((each) => each instanceof ContractFunctionRevertedError)
  return revert instanceof ContractFunctionRevertedError && over.includes(revert.data?.errorName ?? '')
}

/** Connects the arbiter's key to the TradeEscrow of a deployment. Sends nothing by itself. */
export function openArbiter({ rpcUrl, arbiterKey, deployment }: ArbiterOptions): Arbiter {
  const { trade_escrow: address, chain_id: chainId } = deployment
  const { account, client, guard } = connectAccount({
    rpcUrl,
    key: arbiterKey,
    chainId,
    explain: (error) => explain(error, account.address),
  })
  const ruleOf = ({ escrowId, slashed }: Verdict) =>
    ({ abi: tradeEscrowAbi, functionName: 'rule', args: [escrowId, slashed] }) as const
  const estimate = async (verdict: Verdict) =>
    client
      .estimateContractGas({
        ...ruleOf(verdict),
        ...{ address, account: account.address, blockTag: 'latest' },
      })
      .catch((error: unknown) => {
        if (isOver(error)) return null
        throw error
      })
  return {
    account,
    callOf: (verdict) => ({ to: address, data: encodeFunctionData(ruleOf(verdict)) }),
    estimate: (verdict) => guard(estimate(verdict)),
  }
}

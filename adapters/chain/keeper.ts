import {
  BaseError,
  ContractFunctionRevertedError,
  ExecutionRevertedError,
  encodeFunctionData,
  type Hex,
  type PublicClient,
  RawContractError,
} from 'viem'
import { governorAbi } from '../../core/contracts/governor.ts'
import type { Deployment } from '../../core/deployment.ts'
import { Retryable } from '../../core/errors.ts'
import { type ProposedCall, partsOf } from '../../core/vote/change.ts'
import type { KeeperStep } from '../../core/vote/keeper.ts'
import { type Account, type Call, connectAccount, isOutOfGas } from './account.ts'

/** What anybody may have the governor do with a proposal. */
export type Kept = { step: KeeperStep; calls: readonly ProposedCall[]; descriptionHash: Hex }

/** The account that brings votes on, and pays for it. It has no role: anybody else could do the same. */
export type Keeper = {
  /** Its calls throw Retryable `chain.unreachable`, `keeper.no-gas`, `keeper.refused`. */
  account: Account
  callOf: (kept: Kept) => Call
  /**
   * Would it succeed now?
   * @returns the gas it needs, or null when the contract refuses it: somebody was faster, the chain's clock is not there
   *   yet, or what the vote decided cannot be carried out
   * @throws Retryable `chain.unreachable`, `keeper.no-gas`
   */
  estimate: (kept: Kept) => Promise<bigint | null>
}

function noGas(account: Hex, cause: unknown): Retryable {
  return new Retryable({
    code: 'keeper.no-gas',
    message: `The keeper's account ${account} cannot pay for gas, so votes that won are not carried out.`,
    fix: `Send the chain's own currency to ${account}; it goes on by itself. Anybody else can execute them too.`,
    cause,
  })
}

function explain(error: BaseError, address: Hex): Retryable | undefined {
  if (isOutOfGas(error)) return noGas(address, error)
  const root = error.walk()
  if (!('code' in root && typeof root.code === 'number')) return undefined
  return new Retryable({
    code: 'keeper.refused',
    message: `The chain does not take the keeper's transaction: ${root.message}.`,
    fix: 'Check that the node is in sync; it is sent again.',
    cause: error,
  })
}

function callOf(governor: Hex, { step, calls, descriptionHash }: Kept): Call {
  const args = [...partsOf(calls), descriptionHash] as const
  return { to: governor, data: encodeFunctionData({ abi: governorAbi, functionName: step, args }) }
}

/** True when it was the contract that said no. */
function isRevert(error: unknown): boolean {
  if (!(error instanceof BaseError) || isOutOfGas(error)) return false
  const kinds = [ExecutionRevertedError, ContractFunctionRevertedError, RawContractError]
  return (
    error.walk((each) => kinds.some((kind) => each instanceof kind)) !== null ||
    /revert/i.test(error.walk().message)
  )
}

async function estimate(
  { client, address }: { client: PublicClient; address: Hex },
  { to, data }: Call,
): Promise<bigint | null> {
  return client.estimateGas({ account: address, to, data }).catch((error: unknown) => {
    if (isRevert(error)) return null
    throw error
  })
}

export type KeeperOptions = { rpcUrl: string; keeperKey: Hex; deployment: Deployment }

/** Connects the keeper's key to the governor of a deployment. Sends nothing by itself. */
export function openKeeper({ rpcUrl, keeperKey, deployment }: KeeperOptions): Keeper {
  const { governor, chain_id: chainId } = deployment
  const { account, client, guard } = connectAccount({
    ...{ rpcUrl, key: keeperKey, chainId },
    explain: (error) => explain(error, account.address),
  })
  const { address } = account
  return {
    account,
    callOf: (kept) => callOf(governor, kept),
    estimate: (kept) => guard(estimate({ client, address }, callOf(governor, kept))),
  }
}

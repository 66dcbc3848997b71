import {
  BaseError,
  ContractFunctionRevertedError,
  encodeFunctionData,
  type Hex,
  type PublicClient,
} from 'viem'
import { karmaAbi } from '../../core/contracts/karma.ts'
import type { Deployment } from '../../core/deployment.ts'
import { Retryable } from '../../core/errors.ts'
import { formatKarma } from '../../core/karma/amount.ts'
import { type Account, type Call, connectAccount, isOutOfGas } from './account.ts'

export type AwardRun = { firstId: bigint; packed: readonly Hex[]; ruleset: Hex }

export type AwarderOptions = { rpcUrl: string; awarderKey: Hex; deployment: Deployment }

/** The account that may mint, on one chain. */
export type Awarder = {
  /** Its calls throw Retryable `chain.unreachable`, `award.no-gas`, `award.refused`. */
  account: Account
  /**
   * Would the run mint now, at the latest block (what waits in the pool is not looked at)?
   * @returns the gas it needs, or null when its numbers are used: it is on the chain
   * @throws Retryable `award.refused` for any other reason of the contract; `chain.unreachable`
   */
  estimate: (run: AwardRun) => Promise<bigint | null>
  /** The call that mints it. */
  callOf: (run: AwardRun) => Call
}

const wordsOf = ({ packed }: AwardRun) => packed.map((word) => BigInt(word))

function noGas(account: Hex, cause: unknown): Retryable {
  return new Retryable({
    code: 'award.no-gas',
    message: `The awarder account ${account} cannot pay for gas, so earned karma is not minted.`,
    fix: `Send the chain's own currency to ${account}; minting goes on by itself.`,
    cause,
  })
}

function refused(reason: string, cause: unknown): Retryable {
  return new Retryable({
    code: 'award.refused',
    message: `The chain does not take the awards: ${reason}.`,
    fix: 'Check that AWARDER_KEY has the AWARDER role of the deployment, and the caps of the Karma contract.',
    cause,
  })
}

/** The contract's own reason, with what its numbers mean; undefined when the error came from elsewhere. */
function revertOf(error: unknown): { name: string; text: string } | undefined {
  if (!(error instanceof BaseError)) return undefined
  const revert = error.walk((each) => each instanceof ContractFunctionRevertedError)
  if (!(revert instanceof ContractFunctionRevertedError)) return undefined
  const { data } = revert
  if (data?.errorName === 'DailyCapExceeded') {
    const cap = formatKarma(data.args?.[1] as bigint)
    return { name: data.errorName, text: `today's cap of ${cap} karma is reached; it goes on at 00:00 UTC` }
  }
  return { name: data?.errorName ?? '', text: data?.errorName ?? revert.reason ?? revert.shortMessage }
}

/** What a node's words mean for awards. */
function explain(error: BaseError, address: Hex): Retryable | undefined {
  if (isOutOfGas(error)) return noGas(address, error)
  const revert = revertOf(error)
  if (revert) return refused(revert.text, error)
  const root = error.walk()
  return 'code' in root && typeof root.code === 'number' ? refused(root.message, error) : undefined
}

type Minting = { client: PublicClient; address: Hex; karma: Hex }

async function estimate({ client, address, karma }: Minting, run: AwardRun): Promise<bigint | null> {
  return client
    .estimateContractGas({
      abi: karmaAbi,
      address: karma,
      functionName: 'awardRun',
      args: [run.firstId, wordsOf(run), run.ruleset],
      account: address,
      blockTag: 'latest',
    })
    .catch((error: unknown) => {
      if (revertOf(error)?.name === 'AwardUsed') return null
      throw error
    })
}

/** Connects the awarder's key to the Karma contract of a deployment. Sends nothing by itself. */
export function openAwarder({ rpcUrl, awarderKey, deployment }: AwarderOptions): Awarder {
  const { karma, chain_id: chainId } = deployment
  const { account, client, guard } = connectAccount({
    rpcUrl,
    key: awarderKey,
    chainId,
    explain: (error) => explain(error, account.address),
  })
  const minting = { client, address: account.address, karma }
  return {
    account,
    estimate: (run) => guard(estimate(minting, run)),
    callOf: (run) => {
      const args = [run.firstId, wordsOf(run), run.ruleset] as const
      return { to: karma, data: encodeFunctionData({ abi: karmaAbi, functionName: 'awardRun', args }) }
    },
  }
}

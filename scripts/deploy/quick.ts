import { encodeDeployData, getContractAddress, type Hex } from 'viem'
import type { ContractName } from '../../core/deployment.ts'
import { artifacts } from './artifacts.ts'
import { type Deployer, settled } from './chain.ts'
import type { Mark } from './mark.ts'
import type { Step } from './plan.ts'
import { type Addresses, bindAll, encode } from './value.ts'

/** Twice what most blocks hold at most pays for: a local chain's fees only fall while it is deployed to. */
async function fees(deployer: Deployer) {
  const { maxFeePerGas, maxPriorityFeePerGas } = await deployer.estimateFeesPerGas()
  return { maxFeePerGas: maxFeePerGas * 2n, maxPriorityFeePerGas }
}

/** Where everything will be: an address follows from its creator and the nonce. Pure. */
function addressesOf(steps: readonly Step[], { mark, forwarder }: QuickOptions): Addresses {
  const created = steps.flatMap((step, index): [ContractName, Hex][] => {
    if (step.kind !== 'create') return []
    const address = getContractAddress({ from: mark.deployer, nonce: BigInt(mark.nonce + index) })
    return [[step.of, address.toLowerCase() as Hex]]
  })
  return { ...(forwarder === 'own' ? {} : { forwarder }), ...Object.fromEntries(created) } as Addresses
}

function transactionOf(step: Step, addresses: Addresses): { what: string; to?: Hex; data: Hex } {
  if (step.kind === 'call')
    return {
      what: `call ${step.name} of ${step.to}`,
      to: addresses[step.to],
      data: encode(step, addresses),
    }
  const { abi, bytecode, name } = artifacts[step.of]
  const args = bindAll(step.args, addresses)
  return { what: `deploy ${name}`, data: encodeDeployData({ abi, bytecode, args }) }
}

type QuickOptions = { mark: Mark; forwarder: Hex | 'own' }

/**
 * Sends the steps that the chain does not have yet, one after the other: step n has the mark's nonce + n, so the
 * account's nonce tells how far a run that was cut off had come. Each is estimated before it is sent, so one that was
 * mined did not revert.
 * @throws Final `chain.refused`
 */
export async function sendSteps(deployer: Deployer, steps: readonly Step[], options: QuickOptions) {
  const addresses = addressesOf(steps, options)
  const sent = await deployer.getTransactionCount({ address: deployer.account.address })
  const terms = await fees(deployer)
  for (const [index, step] of steps.entries()) {
    const nonce = options.mark.nonce + index
    if (nonce < sent) continue
    const { what, ...transaction } = transactionOf(step, addresses)
    await settled(deployer, what, deployer.sendTransaction({ ...transaction, ...terms, nonce }))
  }
  return addresses
}

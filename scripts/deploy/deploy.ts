import { BaseError, type Hex } from 'viem'
import type { Deployment } from '../../core/deployment.ts'
import { Final, Retryable } from '../../core/errors.ts'
import { connectDeployer, type Deployer, fund, LOCAL_CHAIN } from './chain.ts'
import { deployContracts } from './contracts.ts'
import { findDeployment, writeDeployment } from './file.ts'
import { ensureRoles } from './roles.ts'

export type DeployOptions = {
  rpcUrl: string
  /** Pays, and is the contracts' ADMIN. */
  deployerKey: Hex
  /** Address of the settle worker's key, which gets the AWARDER role. */
  awarder: Hex
  /** The deployment file, read when it exists and written when something changed. */
  file: string
  /** keccak256 of the karma rules in force. */
  ruleset: Hex
}

async function isDeployed(deployer: Deployer, deployment: Deployment): Promise<boolean> {
  const addresses = [deployment.karma, deployment.access_pass, deployment.access_manager]
  const codes = await Promise.all(addresses.map((address) => deployer.getCode({ address })))
  return codes.every((code) => code !== undefined)
}

/** The deployment of the file when it is on this chain; undefined when the local chain was started anew. */
async function existing(deployer: Deployer, file: string): Promise<Deployment | undefined> {
  const known = findDeployment(file)
  if (!known) return undefined
  if (known.chain_id !== deployer.chain.id)
    throw new Final({
      code: 'chain.wrong-id',
      message: `RPC_URL leads to chain ${deployer.chain.id}, but the contracts of ${file} are on chain ${known.chain_id}.`,
      fix: 'Point RPC_URL at that chain, or DEPLOYMENT at another file to deploy here.',
    })
  if (await isDeployed(deployer, known)) return known
  if (deployer.chain.id === LOCAL_CHAIN) return undefined
  throw new Final({
    code: 'chain.no-contracts',
    message: `Chain ${known.chain_id} has no contracts at the addresses of ${file}.`,
    fix: 'Check that the node is in sync; move the file away to deploy anew, which starts a new, empty community.',
  })
}

async function ensure(options: DeployOptions): Promise<Deployment> {
  const { file, ruleset, awarder } = options
  const deployer = await connectDeployer(options.rpcUrl, options.deployerKey)
  const known = await existing(deployer, file)
  await fund(deployer, [deployer.account.address, awarder])
  const contracts = known ?? (await deployContracts(deployer))
  await ensureRoles(deployer, contracts, awarder)
  const deployment = { ...contracts, ruleset }
  if (known?.ruleset !== ruleset) writeDeployment(file, deployment)
  return deployment
}

/**
 * Makes sure that the contracts are on the chain and the awarder may award; sends nothing when they are.
 * On the local chain both keys get ETH, and contracts that vanished with the chain are deployed anew.
 * The file is written last: a deployment that was cut off starts over the next time.
 * @throws Retryable `chain.unreachable`; Final `chain.wrong-id`, `chain.no-contracts`, `chain.refused`, `config.invalid`
 */
export async function deploy(options: DeployOptions): Promise<Deployment> {
  return ensure(options).catch((cause: unknown) => {
    if (!(cause instanceof BaseError)) throw cause
    throw new Retryable({
      code: 'chain.unreachable',
      message: `The chain stopped answering before the contracts were ready: ${cause.shortMessage}`,
      fix: 'Check that the node is running and mines blocks, and try again.',
      cause,
    })
  })
}

import { basename, dirname, extname, join } from 'node:path'
import {
  errorDeploymentResultToExceptionMessage,
  HardhatArtifactResolver,
} from '@nomicfoundation/hardhat-ignition/helpers'
import { type DeploymentResult, deploy, listTransactions } from '@nomicfoundation/ignition-core'
import hre from 'hardhat'
import type { Hex } from 'viem'
import type { ContractName } from '../../../core/deployment.ts'
import { Final, Retryable } from '../../../core/errors.ts'
import type { Network } from '../../../core/networks.ts'
import { artifacts, contractNames } from '../artifacts.ts'
import type { Step } from '../plan.ts'
import type { Addresses } from '../value.ts'
import { moduleOf } from './module.ts'

export type IgnitionOptions = {
  rpcUrl: string
  deployerKey: Hex
  network: Network
  steps: readonly Step[]
  /** The deployment file; Ignition's journal is kept beside it. */
  file: string
}

/** Ignition's folder and deployment id for a deployment file: FOLDER/ignition/deployments/NAME beside FOLDER/NAME.json. */
export function journalOf(file: string): { folder: string; id: string; path: string } {
  const folder = join(dirname(file), 'ignition')
  const id = basename(file, extname(file))
  return { folder, id, path: join(folder, 'deployments', id) }
}

/** Compiles, and makes sure that what goes on chain is what was tested: core/contracts. */
async function build(): Promise<HardhatArtifactResolver> {
  await hre.tasks.getTask('build').run({ quiet: true, noTests: true })
  for (const { name, bytecode } of Object.values(artifacts)) {
    if ((await hre.artifacts.readArtifact(name)).bytecode === bytecode) continue
    throw new Final({
      code: 'chain.refused',
      message: `${name} compiles to something else than core/contracts holds; nothing was sent.`,
      fix: 'Run: node scripts/abi.ts, and test what it writes.',
    })
  }
  return new HardhatArtifactResolver(hre.artifacts)
}

function refused(reason: string, cause?: unknown): Final {
  return new Final({
    code: 'chain.refused',
    message: `The deployment stopped: ${reason}`,
    fix: 'Check that the account of DEPLOYER_KEY holds ETH on this chain, and run again: it goes on from there. What Ignition wants wiped, docs/runbooks/deploy.md explains.',
    cause,
  })
}

/** Errors of Ignition have numbers from 10000 on; what else Hardhat throws here comes from the connection. */
function told(cause: Error): Error {
  if (/^HHE1\d{4}:/.test(cause.message)) return refused(cause.message.replace(/^HHE\d+: /, ''), cause)
  return new Retryable({
    code: 'chain.unreachable',
    message: `The chain stopped answering before the contracts were ready: ${cause.message}`,
    fix: 'Check RPC_URL and run again: it goes on from there.',
    cause,
  })
}

function addressesOf(result: DeploymentResult): Addresses {
  if (result.type !== 'SUCCESSFUL_DEPLOYMENT') throw refused(errorDeploymentResultToExceptionMessage(result))
  const entries = contractNames.map((name): [ContractName, Hex] => {
    const address = result.contracts[`snpd#${name}`]?.address ?? ''
    return [name, address.toLowerCase() as Hex]
  })
  return Object.fromEntries(entries) as Addresses
}

/**
 * Deploys by Hardhat Ignition, which writes down every transaction before it is sent: a run that was cut off goes on
 * where it was, one that ended sends nothing.
 * @returns the addresses, and the hash of the first transaction
 * @throws Final `chain.refused`; Retryable `chain.unreachable`
 */
export async function ignite({ rpcUrl, deployerKey, network, steps, file }: IgnitionOptions) {
  const artifactResolver = await build()
  const override = { type: 'http' as const, url: rpcUrl, accounts: [deployerKey] }
  const { provider } = await hre.network.create({ network: 'deploy', override })
  const accounts = (await provider.request({ method: 'eth_accounts' })) as string[]
  const isAutomined = await provider.request({ method: 'hardhat_getAutomine' }).catch(() => false)
  const deploymentDir = journalOf(file).path
  const config = isAutomined
    ? { requiredConfirmations: 1, blockPollingInterval: 50 }
    : { requiredConfirmations: network.confirmations }
  const result = await deploy({
    config,
    provider,
    artifactResolver,
    deploymentDir,
    ignitionModule: moduleOf(steps, network.forwarder),
    deploymentParameters: {},
    accounts,
    strategy: 'basic',
  }).catch((cause: Error) => {
    throw told(cause)
  })
  const addresses = addressesOf(result)
  const sent = await listTransactions(deploymentDir, artifactResolver)
  return { addresses, first: sent.find(({ status }) => status === 'SUCCESS')?.txHash as Hex }
}

import { basename, dirname, extname, join } from 'node:path'
import {
  errorDeploymentResultToExceptionMessage,
  HardhatArtifactResolver,
} from '@nomicfoundation/hardhat-ignition/helpers'
import { type DeploymentResult, deploy, wipe } from '@nomicfoundation/ignition-core'
import hre from 'hardhat'
import type { Hex } from 'viem'
import type { ContractName } from '../../../core/deployment.ts'
import { Final } from '../../../core/errors.ts'
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

/** What failed in an earlier run is tried again; what succeeded stays. */
async function again(run: () => Promise<DeploymentResult>, forget: (id: string) => Promise<unknown>) {
  const result = await run()
  if (result.type !== 'PREVIOUS_RUN_ERROR') return result
  for (const id of Object.keys(result.errors)) await forget(id)
  return run()
}

function addressesOf(result: DeploymentResult): Addresses {
  if (result.type !== 'SUCCESSFUL_DEPLOYMENT')
    throw new Final({
      code: 'chain.refused',
      message: `The chain refused a step of the deployment. ${errorDeploymentResultToExceptionMessage(result)}`,
      fix: 'Check that the account of DEPLOYER_KEY holds ETH on this chain, and run again: it goes on from there.',
    })
  const entries = contractNames.map((name): [ContractName, Hex] => {
    const address = result.contracts[`snpd#${name}`]?.address ?? ''
    return [name, address.toLowerCase() as Hex]
  })
  return Object.fromEntries(entries) as Addresses
}

/**
 * Deploys by Hardhat Ignition, which writes down every transaction before it is sent: a run that was cut off goes on
 * where it was, one that ended sends nothing.
 * @throws Final `chain.refused`
 */
export async function ignite({ rpcUrl, deployerKey, network, steps, file }: IgnitionOptions) {
  const artifactResolver = await build()
  const override = { type: 'http', url: rpcUrl, accounts: [deployerKey] } as const
  const { provider } = await hre.network.create({ network: 'deploy', override })
  const accounts = (await provider.request({ method: 'eth_accounts' })) as string[]
  const isAutomined = await provider.request({ method: 'hardhat_getAutomine' }).catch(() => false)
  const deploymentDir = journalOf(file).path
  const config = isAutomined
    ? { requiredConfirmations: 1, blockPollingInterval: 50 }
    : { requiredConfirmations: network.confirmations }
  const run = () =>
    deploy({
      config,
      provider,
      artifactResolver,
      deploymentDir,
      ignitionModule: moduleOf(steps, network.forwarder),
      deploymentParameters: {},
      accounts,
      strategy: 'basic',
    })
  return addressesOf(await again(run, (id) => wipe(deploymentDir, artifactResolver, id)))
}

import { join } from 'node:path'
import { privateKeyToAddress } from 'viem/accounts'
import { Final } from '../../core/errors.ts'
import { rulesetHash } from '../../core/karma/rules.ts'
import { type DeployOptions, deploy } from '../deploy/deploy.ts'
import { findDeployment } from '../deploy/file.ts'
import { namedPeople } from '../deploy/roles.ts'
import { settingsFor } from '../deploy/settings.ts'
import { startAnvil } from '../engines/anvil.ts'
import { requirePort } from '../engines/ports.ts'
import type { Crew, Running } from './crew.ts'
import type { Environment } from './environment.ts'
import { exitOf } from './exit.ts'
import { readChainId } from './rpc.ts'
import type { Secrets } from './secrets.ts'

type Hex = `0x${string}`
export type Chain = { rpcUrl: string; id: number; isOurs: boolean; detail: string }
export type Contracts = {
  file: string
  awarderKey: Hex
  /** Where the raffles obey a beacon of our own: what it signs with. */
  beaconKey?: Hex
  detail: string
}

export type ChainOptions = {
  /** Of the data. */
  folder: string
  port: number
  crew: Crew
}

/**
 * anvil, kept running by the crew; its state stays in the data folder.
 * @throws Final `config.data-folder`, `config.port-taken`
 */
export async function localChain({ folder, port, crew }: ChainOptions): Promise<Chain> {
  let rpcUrl = ''
  const start = async (): Promise<Running> => {
    await requirePort(port, 'chain')
    const server = await startAnvil({ port, stateFile: join(folder, 'chain', 'state.json') })
    rpcUrl = server.url
    return { pid: server.process.pid ?? 0, signal: 'SIGTERM', exited: exitOf(server.process) }
  }
  await crew.start({ name: 'chain', rank: 3, start })
  const id = await readChainId(rpcUrl)
  return { rpcUrl, id, isOurs: true, detail: `anvil ${id} at 127.0.0.1:${port}` }
}

/**
 * The user's own EVM chain.
 * @throws Retryable `chain.unreachable`
 */
export async function ownChain(rpcUrl: string): Promise<Chain> {
  const id = await readChainId(rpcUrl)
  return { rpcUrl, id, isOurs: false, detail: `chain ${id} at ${new URL(rpcUrl).host}` }
}

function required(environment: Environment, name: 'DEPLOYER_KEY' | 'AWARDER_KEY', why: string): Hex {
  const value = environment[name]
  // parseConfig checked the digits.
  if (value) return value as Hex
  throw new Final({
    code: 'config.invalid',
    message: `RPC_URL is set and ${name} is missing: ${why}.`,
    fix: `Set ${name} to a key that holds ETH on that chain, or unset RPC_URL to use the local chain.`,
  })
}

function existing({ id }: Chain, file: string): string {
  const deployment = findDeployment(file)
  if (!deployment)
    throw new Final({
      code: 'config.invalid',
      message: `DEPLOYMENT names ${file}, which does not exist.`,
      fix: 'Correct it, or unset it to deploy the contracts anew.',
    })
  if (deployment.chain_id === id) return file
  throw new Final({
    code: 'chain.wrong-id',
    message: `RPC_URL leads to chain ${id}, but the contracts of ${file} are on chain ${deployment.chain_id}.`,
    fix: 'Point RPC_URL at that chain, or DEPLOYMENT at the file for this one.',
  })
}

type Settings = Pick<DeployOptions, 'deployerKey' | 'beaconKey' | 'people'>

function localSettings({ deployer_key, beacon_key, raffle_operator_key, arbiter_key }: Secrets): Settings {
  const people = {
    ...{
      raffle_operator: privateKeyToAddress(raffle_operator_key),
      arbiter: privateKeyToAddress(arbiter_key),
    },
  }
  return { deployerKey: deployer_key, beaconKey: beacon_key, people }
}

function ownSettings(environment: Environment, secrets: Secrets): Settings {
  const deployerKey = required(environment, 'DEPLOYER_KEY', 'the contracts are not deployed yet')
  const beaconKey = (environment.BEACON_KEY as Hex | undefined) ?? secrets.beacon_key
  return { deployerKey, beaconKey, people: namedPeople(environment) }
}

export type ContractsOptions = { environment: Environment; secrets: Secrets; folder: string; chain: Chain }

/**
 * The contracts on the chain: those of DEPLOYMENT, else deployed once and remembered in the data folder.
 * @throws Final `config.invalid`, `chain.*`
 */
export async function openContracts(options: ContractsOptions): Promise<Contracts> {
  const { environment, secrets, folder, chain } = options
  const awarderKey = chain.isOurs
    ? secrets.awarder_key
    : required(environment, 'AWARDER_KEY', 'the settle worker mints with it')
  if (!chain.isOurs && environment.DEPLOYMENT)
    return { file: existing(chain, environment.DEPLOYMENT), awarderKey, detail: 'given by DEPLOYMENT' }
  const file = join(folder, 'chain', `deployment-${chain.isOurs ? 'local' : chain.id}.json`)
  const settings = chain.isOurs ? localSettings(secrets) : ownSettings(environment, secrets)
  const network = settingsFor(chain.id, chain.isOurs ? undefined : environment.CHAIN_SETTINGS)
  const { deployment, pending } = await deploy({
    ...settings,
    rpcUrl: chain.rpcUrl,
    network,
    awarder: privateKeyToAddress(awarderKey),
    file,
    ruleset: rulesetHash,
  })
  const beaconKey = network.beacon === 'local' ? settings.beaconKey : undefined
  const waits = pending.length > 0 ? '; a role still moves, see npm run deploy' : ''
  return { file, awarderKey, beaconKey, detail: `Karma at ${deployment.karma}${waits}` }
}

import { BaseError, type Hex } from 'viem'
import { accessManagerAbi } from '../../core/contracts/accessManager.ts'
import type { Deployment } from '../../core/deployment.ts'
import { Final, Retryable } from '../../core/errors.ts'
import { LOCAL_CHAIN, type Network, networkOf } from '../../core/networks.ts'
import { contractNames } from './artifacts.ts'
import { beaconArguments } from './beacon.ts'
import { connectDeployer, type Deployer, fund } from './chain.ts'
import { eventsOf } from './events.ts'
import { findDeployment, writeDeployment } from './file.ts'
import { requireForwarder } from './forwarder.ts'
import { markStart, unmark } from './mark.ts'
import { lower } from './names.ts'
import { ensurePeople, type Pending, type Wanted } from './people.ts'
import { planOf, type Step } from './plan.ts'
import { requirePrecompiles } from './precompiles.ts'
import { sendSteps } from './quick.ts'
import type { People } from './roles.ts'
import { expectedTable, readTable, requireTable } from './table.ts'
import type { Addresses } from './value.ts'

export type DeployOptions = {
  rpcUrl: string
  /** Pays, and sends everything. */
  deployerKey: Hex
  /** Address of the settle worker's key, which gets the AWARDER role. */
  awarder: Hex
  /** Who holds the other roles; the deployer by default. */
  people?: Omit<Wanted, 'awarder'> & { admin?: Hex }
  /** The deployment file, read when it exists and written when something changed. */
  file: string
  /** keccak256 of the karma rules in force. */
  ruleset: Hex
  /** Of the beacon of our own, where the network has one. */
  beaconKey?: Hex
  /** What to deploy with; by default what core/networks.ts knows of the chain. */
  network?: Network
  /** Hardhat Ignition or our own few lines; by default Ignition, on the local chain our own. */
  path?: 'ignition' | 'quick'
}
export type Deployed = {
  deployment: Deployment
  /** Roles that ADMIN has announced to move. */
  pending: Pending[]
}

async function isDeployed(deployer: Deployer, deployment: Deployment): Promise<boolean> {
  const codes = contractNames.map((name) => deployer.getCode({ address: deployment[name] }))
  return (await Promise.all(codes)).every((code) => code !== undefined)
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

/** Everyone who is not named is the deployer. */
export function peopleOf(
  deployer: Hex,
  { awarder, people = {} }: Pick<DeployOptions, 'awarder' | 'people'>,
): People {
  const named = Object.entries({ ...people, awarder }).filter(([, account]) => account !== undefined)
  const given = Object.fromEntries(named.map(([person, account]) => [person, lower(account)]))
  const by = lower(deployer)
  return { admin: by, awarder: by, raffle_operator: by, arbiter: by, guardian: by, ...given }
}

type Run = { deployer: Deployer; network: Network; steps: Step[] }
type Placed = { addresses: Addresses; start_block: number }

/** Our own few lines; the first block is that of the AccessManager's first word, said in its constructor. */
async function quickly({ deployer, network, steps }: Run, file: string): Promise<Placed> {
  const mark = await markStart(deployer, file)
  const addresses = await sendSteps(deployer, steps, { mark, forwarder: network.forwarder })
  const manager = { address: addresses.access_manager, abi: accessManagerAbi }
  const [first] = await eventsOf(deployer, manager, mark.block.number)
  return { addresses, start_block: Number(first?.blockNumber ?? mark.block.number) }
}

/** Hardhat Ignition, loaded only here: it brings the compiler. */
async function slowly({ deployer, ...run }: Run, options: DeployOptions): Promise<Placed> {
  const { ignite } = await import('./ignition/run.ts')
  const { addresses, first } = await ignite({ ...options, ...run })
  const { blockNumber } = await deployer.getTransactionReceipt({ hash: first })
  return { addresses, start_block: Number(blockNumber) }
}

async function deployAll(deployer: Deployer, options: DeployOptions): Promise<Deployment> {
  const isLocal = deployer.chain.id === LOCAL_CHAIN
  const { file, ruleset, beaconKey, path = isLocal ? 'quick' : 'ignition' } = options
  const network = options.network ?? networkOf(deployer.chain.id)
  const beacon = beaconArguments(network, beaconKey)
  await requirePrecompiles(deployer)
  await requireForwarder(deployer, network.forwarder)
  const people = peopleOf(deployer.account.address, options)
  const steps = planOf({ network, people, deployer: lower(deployer.account.address), beacon })
  const run = { deployer, network, steps }
  const placed = path === 'quick' ? await quickly(run, file) : await slowly(run, options)
  const { addresses, start_block } = placed
  const deployment = { chain_id: deployer.chain.id, start_block, ruleset, ...addresses }
  const should = expectedTable(deployment, { people, adminDelay: network.admin_delay })
  requireTable(await readTable(deployer, deployment), should)
  return deployment
}

async function ensure(options: DeployOptions): Promise<Deployed> {
  const { file, ruleset, awarder, people = {} } = options
  const deployer = await connectDeployer(options.rpcUrl, options.deployerKey)
  const known = await existing(deployer, file)
  await fund(deployer, [deployer.account.address, awarder, ...Object.values(people)])
  const contracts = known ?? (await deployAll(deployer, options))
  const { admin: _, ...wanted } = people
  const pending = await ensurePeople({ deployer, deployment: contracts }, { ...wanted, awarder })
  const deployment = { ...contracts, ruleset }
  if (known?.ruleset !== ruleset) writeDeployment(file, deployment)
  unmark(file)
  return { deployment, pending }
}

/**
 * Makes sure that the contracts are on the chain and that the people named hold their roles; sends nothing when so.
 * A run that was cut off goes on where it was. On the local chain the keys get ETH, and contracts that vanished with the
 * chain are deployed anew. The file is written last, after the chain's role table was found to be right.
 * @throws Retryable `chain.unreachable`; Final `chain.wrong-id`, `chain.no-contracts`, `chain.refused`, `chain.unknown`,
 * `chain.no-precompiles`, `chain.roles`, `config.invalid`
 */
export async function deploy(options: DeployOptions): Promise<Deployed> {
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

import type { Abi, Hex } from 'viem'
import { accessManagerAbi, accessManagerBytecode } from '../../core/contracts/accessManager.ts'
import { accessPassAbi, accessPassBytecode } from '../../core/contracts/accessPass.ts'
import { karmaAbi, karmaBytecode } from '../../core/contracts/karma.ts'
import type { Deployment } from '../../core/deployment.ts'
import { Final } from '../../core/errors.ts'
import { karma } from '../../core/karma/amount.ts'
import { type Deployer, settled } from './chain.ts'

/** About ten thousand confirmed reports a day: room for every member, and little for a thief. */
const DAILY_CAP = karma(100_000)

const DAY = 86_400
/** What passes cost at first; the admin may change it on chain at any time. */
const tiers = [
  { number: 1, price: karma(20), period: 30 * DAY, minEarned: 0n },
  { number: 2, price: karma(50), period: 30 * DAY, minEarned: karma(100) },
]

type Creation = { name: string; abi: Abi; bytecode: Hex; args: unknown[] }

async function create(deployer: Deployer, { name, ...creation }: Creation) {
  const receipt = await settled(deployer, `deploy ${name}`, deployer.deployContract(creation))
  const { contractAddress, blockNumber } = receipt
  if (!contractAddress)
    throw new Final({ code: 'chain.refused', message: `The chain gave ${name} no address.` })
  return { address: contractAddress.toLowerCase() as Hex, blockNumber }
}

async function setTiers(deployer: Deployer, address: Hex): Promise<void> {
  for (const { number, ...terms } of tiers) {
    const sending = deployer.writeContract({
      address,
      abi: accessPassAbi,
      functionName: 'setTier',
      args: [number, terms],
    })
    await settled(deployer, `set pass tier ${number}`, sending)
  }
}

/** Deploys the contracts, with the deployer as ADMIN and the first pass tiers set. */
export async function deployContracts(deployer: Deployer): Promise<Omit<Deployment, 'ruleset'>> {
  const admin = deployer.account.address
  const manager = await create(deployer, {
    name: 'AccessManager',
    abi: accessManagerAbi,
    bytecode: accessManagerBytecode,
    args: [admin],
  })
  const token = await create(deployer, {
    name: 'Karma',
    abi: karmaAbi,
    bytecode: karmaBytecode,
    args: [manager.address, DAILY_CAP],
  })
  const pass = await create(deployer, {
    name: 'AccessPass',
    abi: accessPassAbi,
    bytecode: accessPassBytecode,
    args: [manager.address, token.address],
  })
  await setTiers(deployer, pass.address)
  return {
    chain_id: deployer.chain.id,
    start_block: Number(manager.blockNumber),
    karma: token.address,
    access_pass: pass.address,
    access_manager: manager.address,
  }
}

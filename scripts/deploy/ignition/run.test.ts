import { existsSync, rmSync } from 'node:fs'
import { getVerificationInformation } from '@nomicfoundation/ignition-core'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Deployment } from '../../../core/deployment.ts'
import { type Network, networkOf, networkShape } from '../../../core/networks.ts'
import {
  admin,
  anvilForTest,
  awarder,
  deployerKey,
  deployTo,
  enrich,
  fileForTest,
} from '../../../test/support/deploy.ts'
import type { AnvilServer } from '../../engines/anvil.ts'
import { artifacts, contractNames } from '../artifacts.ts'
import { connectDeployer, settled } from '../chain.ts'
import { readTable } from '../table.ts'
import { journalOf } from './run.ts'

const BASE_SEPOLIA = 84_532
let file = ''
beforeEach(() => {
  file = fileForTest()
})

/** Base Sepolia as far as a deployment can tell. */
async function base(ether = '100'): Promise<AnvilServer> {
  const anvil = await anvilForTest({ chainId: BASE_SEPOLIA })
  await enrich(anvil, admin, ether)
  return anvil
}

/** All that makes a deployment what it is, read from the chain. */
async function essence(anvil: AnvilServer, deployment: Deployment) {
  const deployer = await connectDeployer(anvil.url, deployerKey)
  const codes = contractNames.map((name) => deployer.getCode({ address: deployment[name] }))
  const { abi } = artifacts.access_pass
  const tiers = [1, 2, 3].map((number) =>
    deployer.readContract({ address: deployment.access_pass, abi, functionName: 'tiers', args: [number] }),
  )
  return {
    deployment,
    codes: await Promise.all(codes),
    tiers: await Promise.all(tiers),
    table: await readTable(deployer, deployment),
    transactions: await deployer.getTransactionCount({ address: admin }),
  }
}

describe('the path of Ignition', () => {
  test('gives the same deployment as the quick one', async () => {
    const [one, other] = [await base(), await base()]
    const ignited = await deployTo(one, { file })
    expect(existsSync(journalOf(file).path)).toBe(true)
    const quick = await deployTo(other, { file: fileForTest(), path: 'quick' })
    const found = await essence(one, ignited.deployment)
    expect(found).toEqual(await essence(other, quick.deployment))
    expect(found.deployment.chain_id).toBe(BASE_SEPOLIA)
    const [month, karma] = [30 * 86_400, 10n ** 18n]
    expect(found.tiers).toEqual([
      [20n * karma, month, 0n],
      [50n * karma, month, 100n * karma],
      [0n, 0, 0n],
    ])
  })

  test('sends nothing once more, also when the deployment file was lost', async () => {
    const anvil = await base()
    const first = await deployTo(anvil, { file })
    const before = await essence(anvil, first.deployment)
    expect(await deployTo(anvil, { file })).toEqual(first)
    rmSync(file)
    expect(await deployTo(anvil, { file })).toEqual(first)
    expect(await essence(anvil, first.deployment)).toEqual(before)
  })

  test('goes on where the ETH ran out, and deploys nothing twice', async () => {
    const anvil = await base('0.012')
    const refused = await deployTo(anvil, { file }).catch((error) => error)
    expect(refused).toMatchObject({ name: 'Final', code: 'chain.refused' })
    expect(refused.message).toMatch(/^The deployment stopped: Gas estimation failed: /)
    const deployer = await connectDeployer(anvil.url, deployerKey)
    const sent = await deployer.getTransactionCount({ address: admin })
    expect(sent).toBeGreaterThan(0)
    expect(existsSync(file)).toBe(false)
    await enrich(anvil, admin)
    const { deployment } = await deployTo(anvil, { file })
    const other = await base()
    const whole = await deployTo(other, { file: fileForTest(), path: 'quick' })
    expect(await essence(anvil, deployment)).toEqual(await essence(other, whole.deployment))
  })

  test('uses a forwarder that is trusted already, as the quick path does', async () => {
    const [one, other] = [await base(), await base()]
    const { abi, bytecode } = artifacts.forwarder
    const known = await Promise.all(
      [one, other].map(async ({ url }) => {
        const deployer = await connectDeployer(url, deployerKey)
        const sending = deployer.deployContract({ abi, bytecode, args: ['SNPD'] })
        const { contractAddress } = await settled(deployer, 'deploy a forwarder', sending)
        return contractAddress?.toLowerCase()
      }),
    )
    expect(known[0]).toBe(known[1])
    const network = networkShape.parse({ ...networkOf(BASE_SEPOLIA), forwarder: known[0] })
    const { deployment } = await deployTo(one, { file, network })
    const quick = await deployTo(other, { file: fileForTest(), network, path: 'quick' })
    expect(deployment.forwarder).toBe(known[0])
    expect(await essence(one, deployment)).toEqual(await essence(other, quick.deployment))
    const deployer = await connectDeployer(one.url, deployerKey)
    const trusts = { ...artifacts.karma, address: deployment.karma, functionName: 'isTrustedForwarder' }
    expect(await deployer.readContract({ ...trusts, args: [known[0]] })).toBe(true)
  })

  test('writes down what block explorers need to verify every contract', async () => {
    const anvil = await base()
    await deployTo(anvil, { file })
    const names: string[] = []
    for await (const info of getVerificationInformation(journalOf(file).path)) {
      if (typeof info === 'string') throw new Error(`${info} cannot be verified`)
      names.push(info.contract.split(':').at(-1) ?? '')
    }
    expect(names.toSorted()).toEqual(contractNames.map((name) => artifacts[name].name).toSorted())
  })

  test('takes settings for a chain it does not know', async () => {
    const anvil = await anvilForTest({ chainId: 4_242 })
    await enrich(anvil, admin)
    const network: Network = { ...networkOf(BASE_SEPOLIA), name: 'elsewhere', raffle_margin: 77 }
    const { deployment } = await deployTo(anvil, { file, network, awarder })
    const deployer = await connectDeployer(anvil.url, deployerKey)
    const { abi } = artifacts.raffle
    expect(await deployer.readContract({ address: deployment.raffle, abi, functionName: 'MARGIN' })).toBe(77n)
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hex } from 'viem'
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts'
import type { Deployment } from '../../core/deployment.ts'
import { LOCAL_CHAIN, networkOf } from '../../core/networks.ts'
import { deploy } from '../../scripts/deploy/deploy.ts'
import { type AnvilOptions, startAnvil } from '../../scripts/engines/anvil.ts'
import { freePort } from '../../scripts/engines/ports.ts'

const local = networkOf(LOCAL_CHAIN)

export type TestChain = {
  rpcUrl: string
  deployment: Deployment
  /** Both hold 10,000 ETH; the deployer has every role but AWARDER. */
  awarderKey: Hex
  deployerKey: Hex
  /** Of the beacon whose rounds the raffles obey. */
  beaconKey: Hex
  close: () => Promise<void>
}

/**
 * A new anvil with the contracts deployed, under keys made for it; ADMIN need not wait, and anyone may propose. Call
 * `close` when done (afterAll).
 */
export async function startChain(
  ruleset: Hex = `0x${'11'.repeat(32)}`,
  options: Partial<AnvilOptions> = {},
): Promise<TestChain> {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-chain-'))
  const anvil = await startAnvil({ port: await freePort(), ...options })
  const close = async () => {
    await anvil.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  const keys = {
    awarderKey: generatePrivateKey(),
    deployerKey: generatePrivateKey(),
    beaconKey: generatePrivateKey(),
  }
  const { deployment } = await deploy({
    ...keys,
    rpcUrl: anvil.url,
    awarder: privateKeyToAddress(keys.awarderKey),
    file: join(folder, 'deployment.json'),
    ruleset,
    network: { ...local, admin_delay: 0, vote: { ...local.vote, threshold: 0 } },
  }).catch(async (error) => {
    await close()
    throw error
  })
  return { rpcUrl: anvil.url, deployment, ...keys, close }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestClient, type Hex, http, parseEther } from 'viem'
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts'
import { onTestFinished } from 'vitest'
import { LOCAL_CHAIN, type Network, networkOf } from '../../core/networks.ts'
import { type DeployOptions, deploy } from '../../scripts/deploy/deploy.ts'
import { type AnvilOptions, type AnvilServer, startAnvil } from '../../scripts/engines/anvil.ts'
import { freePort } from '../../scripts/engines/ports.ts'

export const ruleset: Hex = `0x${'ab'.repeat(32)}`
export const [deployerKey, awarderKey] = [generatePrivateKey(), generatePrivateKey()]
export const [admin, awarder] = [privateKeyToAddress(deployerKey), privateKeyToAddress(awarderKey)]
/** The local chain's settings, but ADMIN need not wait. */
export const hasty: Network = { ...networkOf(LOCAL_CHAIN), admin_delay: 0 }

/** Path of a deployment file that is not there yet. */
export function fileForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-deploy-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'deployment.json')
}

export async function anvilForTest(options: Partial<AnvilOptions> = {}): Promise<AnvilServer> {
  const anvil = await startAnvil({ port: await freePort(), ...options })
  onTestFinished(anvil.stop)
  return anvil
}

export const anvilClient = ({ url }: { url: string }) =>
  createTestClient({ mode: 'anvil', transport: http(url) })

/** ETH, on a chain that is not our local one. */
export function enrich(anvil: AnvilServer, address: Hex, ether = '100'): Promise<void> {
  return anvilClient(anvil).setBalance({ address, value: parseEther(ether) })
}

/** Deploys with the keys above. */
export function deployTo(anvil: AnvilServer, options: Pick<DeployOptions, 'file'> & Partial<DeployOptions>) {
  return deploy({ rpcUrl: anvil.url, deployerKey, beaconKey: deployerKey, awarder, ruleset, ...options })
}

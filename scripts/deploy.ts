import type { Hex } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import { parseConfig } from '../core/config.ts'
import { isSnpdError } from '../core/errors.ts'
import { rulesetHash } from '../core/karma/rules.ts'
import { connectDeployer } from './deploy/chain.ts'
import { deploy } from './deploy/deploy.ts'
import { type RoleRow, readRoles } from './deploy/roles.ts'

function roleLines(rows: RoleRow[]): string[] {
  return rows.flatMap(({ role, id, members, functions }) => [
    `${role} (${id}): ${members.join(', ') || 'nobody'}`,
    ...functions.map((name) => `    ${name}`),
  ])
}

/** `node scripts/deploy.ts`: puts the contracts on the chain of RPC_URL, or finds them there, and prints who may do what. */
async function main(): Promise<void> {
  const config = parseConfig(process.env, ['RPC_URL', 'DEPLOYER_KEY', 'AWARDER_KEY', 'DEPLOYMENT'])
  const deployerKey = config.DEPLOYER_KEY as Hex
  const deployment = await deploy({
    rpcUrl: config.RPC_URL,
    deployerKey,
    awarder: privateKeyToAddress(config.AWARDER_KEY as Hex),
    file: config.DEPLOYMENT,
    ruleset: rulesetHash,
  })
  const roles = await readRoles(await connectDeployer(config.RPC_URL, deployerKey), deployment)
  const lines = Object.entries(deployment).map(([name, value]) => `${name.padEnd(15)} ${value}`)
  process.stdout.write([...lines, '', 'Roles, read from the chain:', ...roleLines(roles), ''].join('\n'))
}

await main().catch((error: unknown) => {
  if (!isSnpdError(error)) throw error
  process.stderr.write(`${error.message} ${error.fix ?? ''}\n`)
  process.exitCode = 1
})

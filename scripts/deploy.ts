import { existsSync } from 'node:fs'
import type { Hex } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import { parseConfig } from '../core/config.ts'
import { isSnpdError } from '../core/errors.ts'
import { rulesetHash } from '../core/karma/rules.ts'
import { LOCAL_CHAIN, type Network } from '../core/networks.ts'
import { connectDeployer } from './deploy/chain.ts'
import { deploy, peopleOf } from './deploy/deploy.ts'
import type { Table } from './deploy/manager.ts'
import { nowHeld, type Pending } from './deploy/people.ts'
import { namedPeople, personRoles, personVariables } from './deploy/roles.ts'
import { settingsFor } from './deploy/settings.ts'
import { expectedTable, readTable, requireTable } from './deploy/table.ts'

const variables = [
  ...(['RPC_URL', 'DEPLOYER_KEY', 'AWARDER_KEY', 'DEPLOYMENT', 'CHAIN_SETTINGS'] as const),
  ...personVariables,
] as const

function readConfig() {
  const config = parseConfig(process.env, variables)
  const { BEACON_KEY } = process.env.BEACON_KEY ? parseConfig(process.env, ['BEACON_KEY']) : {}
  return {
    rpcUrl: config.RPC_URL,
    deployerKey: config.DEPLOYER_KEY as Hex,
    awarder: privateKeyToAddress(config.AWARDER_KEY as Hex),
    beaconKey: BEACON_KEY as Hex | undefined,
    people: namedPeople(config),
    file: config.DEPLOYMENT,
    settings: config.CHAIN_SETTINGS,
    ruleset: rulesetHash,
  }
}

function tableLines({ rows, exceptions }: Table): string[] {
  const lines = rows.flatMap(({ name, members, functions }) => [
    `${name}: ${members.join(', ') || 'nobody'}`,
    ...functions.map((each) => `    ${each}`),
  ])
  return [...lines, ...exceptions.map((each) => `but ${each}`)]
}

function pendingLine({ person, until }: Pending): string {
  const when = new Date(until * 1000).toISOString()
  return `${personRoles[person]} moves: ADMIN has announced it; run npm run deploy again after ${when}.`
}

/** Ignition itself is silent. */
function patienceLine({ name, confirmations }: Network): string {
  return `Deploying to ${name}: each transaction waits for ${confirmations} confirmations, which takes minutes. What the compiler may warn of is in packages we use.\n`
}

const print = (lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`)

/** `node scripts/deploy.ts`: puts the contracts on the chain of RPC_URL, or finds them there; prints and checks who may do what. */
async function main(): Promise<void> {
  const options = readConfig()
  const deployer = await connectDeployer(options.rpcUrl, options.deployerKey)
  const network = settingsFor(deployer.chain.id, options.settings)
  const isLong = deployer.chain.id !== LOCAL_CHAIN && !existsSync(options.file)
  if (isLong) process.stderr.write(patienceLine(network))
  const { deployment, pending } = await deploy({ ...options, network })
  print(Object.entries(deployment).map(([name, value]) => `${name.padEnd(15)} ${value}`))
  const table = await readTable(deployer, deployment)
  print(['', 'Roles, read from the chain:', ...tableLines(table), ...pending.map(pendingLine)])
  const people = { ...peopleOf(deployer.account.address, options), ...nowHeld(pending) }
  requireTable(table, expectedTable(deployment, { people, adminDelay: network.admin_delay }))
  print(['They are as they should be.'])
}

await main().catch((error: unknown) => {
  if (!isSnpdError(error)) throw error
  process.stderr.write(`${error.message} ${error.fix ?? ''}\n`)
  process.exitCode = 1
})

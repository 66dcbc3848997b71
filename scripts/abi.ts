import { readFileSync, writeFileSync } from 'node:fs'
import hre from 'hardhat'

/** Contract name -> the constants' prefix and file name in core/contracts. */
const contracts = {
  AccessManager: 'accessManager',
  AccessPass: 'accessPass',
  DrandBeacon: 'drandBeacon',
  ERC2771Forwarder: 'forwarder',
  FeatureFlags: 'featureFlags',
  Guardian: 'guardian',
  Karma: 'karma',
  Raffle: 'raffle',
  SnpdGovernor: 'governor',
  TimelockController: 'timelock',
  TradeEscrow: 'tradeEscrow',
} as const

type ContractName = keyof typeof contracts

function pathOf(name: ContractName): URL {
  return new URL(`../core/contracts/${contracts[name]}.ts`, import.meta.url)
}

/** The text of one generated module: the whole ABI, an item a line, and the creation bytecode. */
async function generate(name: ContractName): Promise<string> {
  const { abi, bytecode } = await hre.artifacts.readArtifact(name)
  const prefix = contracts[name]
  const items = abi.map((item: unknown) => `  ${JSON.stringify(item)},`)
  return [
    `// Generated from ${name} by scripts/abi.ts; do not edit.`,
    `export const ${prefix}Abi = [`,
    ...items,
    '] as const',
    '',
    `export const ${prefix}Bytecode: \`0x\${string}\` =`,
    `  '${bytecode}'`,
    '',
  ].join('\n')
}

function current(name: ContractName): string | undefined {
  try {
    return readFileSync(pathOf(name), 'utf8')
  } catch {
    return undefined
  }
}

/** `node scripts/abi.ts` writes core/contracts; with `--check` it writes nothing and exits 1 when they would change. */
async function main(): Promise<void> {
  await hre.tasks.getTask('build').run({ quiet: true, noTests: true })
  const drifted: string[] = []
  for (const name of Object.keys(contracts) as ContractName[]) {
    const text = await generate(name)
    if (current(name) === text) continue
    drifted.push(`core/contracts/${contracts[name]}.ts`)
    if (!process.argv.includes('--check')) writeFileSync(pathOf(name), text)
  }
  if (!process.argv.includes('--check')) {
    process.stdout.write(
      drifted.length === 0 ? 'core/contracts is up to date\n' : `wrote ${drifted.join(', ')}\n`,
    )
    return
  }
  if (drifted.length === 0) return
  process.stderr.write(
    `${drifted.join(', ')} no longer match contracts/. Run: node scripts/abi.ts, and commit what it writes.\n`,
  )
  process.exitCode = 1
}

await main()

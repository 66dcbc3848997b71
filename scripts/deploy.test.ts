import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { startAnvil } from './engines/anvil.ts'
import { freePort } from './engines/ports.ts'

// Each run loads its libraries anew.
vi.setConfig({ testTimeout: 90_000 })

const program = fileURLToPath(new URL('deploy.ts', import.meta.url))
const [DEPLOYER_KEY, AWARDER_KEY] = [generatePrivateKey(), generatePrivateKey()]

const BEACON_KEY = generatePrivateKey()
const [deployer, awarder] = [DEPLOYER_KEY, AWARDER_KEY].map((key) => privateKeyToAddress(key).toLowerCase())

let DEPLOYMENT = ''
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-deploy-'))
  DEPLOYMENT = join(folder, 'deployment.json')
  return () => rmSync(folder, { recursive: true, force: true })
})

function run(environment: Record<string, string>) {
  const env = { ...process.env, DEPLOYER_KEY, AWARDER_KEY, BEACON_KEY, DEPLOYMENT, ...environment }
  return promisify(execFile)(process.execPath, [program], { env })
}

async function anvilForTest(): Promise<string> {
  const anvil = await startAnvil({ port: await freePort() })
  onTestFinished(anvil.stop)
  return anvil.url
}

test('prints the deployment and who may do what, and no key', async () => {
  const { stdout } = await run({ RPC_URL: await anvilForTest() })
  expect(stdout).toMatch(/^karma +0x[0-9a-f]{40}$/m)
  expect(stdout).toMatch(
    new RegExp(`^ADMIN \\(0\\): ${deployer} after 30 s, 0x[0-9a-f]{40} \\(guardian\\) at once$`, 'm'),
  )
  expect(stdout).toContain(`AWARDER (1): ${awarder} at once\n    karma.awardRun(`)
  expect(stdout).toMatch(/^timelock EXECUTOR_ROLE: anyone$/m)
  expect(stdout).toMatch(/They are as they should be\.\n$/)
  for (const key of [DEPLOYER_KEY, AWARDER_KEY, BEACON_KEY]) expect(stdout).not.toContain(key.slice(2))
})

test('once more it finds everything; another awarder is announced, and it says when to come back', async () => {
  const RPC_URL = await anvilForTest()
  const first = await run({ RPC_URL })
  expect(await run({ RPC_URL })).toEqual(first)
  const { stdout } = await run({ RPC_URL, AWARDER_KEY: generatePrivateKey() })
  expect(stdout).toMatch(/^AWARDER moves: ADMIN has announced it; run npm run deploy again after 20\S+Z\.$/m)
  expect(stdout).toContain(`AWARDER (1): ${awarder} at once\n`)
  expect(stdout).toMatch(/They are as they should be\.\n$/)
})

test('fails with a sentence when the chain has other roles than the settings', async () => {
  const RPC_URL = await anvilForTest()
  const arbiter = `0x${'a1'.repeat(20)}`
  await run({ RPC_URL, ARBITER_ADDRESS: arbiter })
  await expect(run({ RPC_URL })).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining(`ARBITER (3): ${arbiter} at once`),
    stderr: expect.stringMatching(
      `^The roles on the chain are not .*: ARBITER \\(3\\) should be held by ${deployer} at once, and is not; .*ARBITER_ADDRESS.*\n$`,
    ),
  })
})

test('says in one sentence what is wrong, and exits with 1', async () => {
  const nowhere = { RPC_URL: `http://127.0.0.1:${await freePort()}` }
  await expect(run(nowhere)).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringMatching(/^The chain at \S+ does not answer: .*Check RPC_URL.*\n$/),
  })
  await expect(run({ ...nowhere, DEPLOYER_KEY: '' })).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('DEPLOYER_KEY is missing'),
  })
  await expect(run({ RPC_URL: await anvilForTest(), CHAIN_SETTINGS: program })).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^CHAIN_SETTINGS names .* holds no settings for a chain: /),
  })
})

test('a deployment file of an older version is named, with what it lacks, in one line', async () => {
  const address = `0x${'a1'.repeat(20)}`
  const older = { chain_id: 31_337, start_block: 1, karma: address, access_pass: address }
  writeFileSync(DEPLOYMENT, JSON.stringify(older))
  await expect(run({ RPC_URL: await anvilForTest() })).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^The deployment file \S+ is not one that this version can use: ruleset is not lower-case 0x hex, and 9 more\. .*--fresh.*\n$/,
    ),
  })
})

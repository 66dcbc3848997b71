import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { startAnvil } from './engines/anvil.ts'
import { freePort } from './engines/ports.ts'

const program = fileURLToPath(new URL('deploy.ts', import.meta.url))
const [DEPLOYER_KEY, AWARDER_KEY] = [generatePrivateKey(), generatePrivateKey()]

let DEPLOYMENT = ''
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-deploy-'))
  DEPLOYMENT = join(folder, 'deployment.json')
  return () => rmSync(folder, { recursive: true, force: true })
})

function run(environment: Record<string, string>) {
  const env = { ...process.env, DEPLOYER_KEY, AWARDER_KEY, DEPLOYMENT, ...environment }
  return promisify(execFile)(process.execPath, [program], { env })
}

test('prints the deployment and who may do what, and no key', async () => {
  const anvil = await startAnvil({ port: await freePort() })
  onTestFinished(anvil.stop)
  const { stdout } = await run({ RPC_URL: anvil.url })
  expect(stdout).toMatch(/^karma +0x[0-9a-f]{40}$/m)
  expect(stdout).toContain(`ADMIN (0): ${privateKeyToAddress(DEPLOYER_KEY)}`)
  expect(stdout).toContain(`AWARDER (1): ${privateKeyToAddress(AWARDER_KEY)}\n    karma.awardRun(`)
  expect(stdout).not.toContain(DEPLOYER_KEY.slice(2))
  expect(stdout).not.toContain(AWARDER_KEY.slice(2))
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
})

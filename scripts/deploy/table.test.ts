import { encodeFunctionData, type Hex } from 'viem'
import { beforeEach, expect, test } from 'vitest'
import { accessManagerAbi } from '../../core/contracts/accessManager.ts'
import { guardianAbi } from '../../core/contracts/guardian.ts'
import { timelockAbi } from '../../core/contracts/timelock.ts'
import type { Deployment } from '../../core/deployment.ts'
import {
  admin,
  anvilClient,
  anvilForTest,
  awarder,
  deployerKey,
  deployTo,
  fileForTest,
  hasty,
} from '../../test/support/deploy.ts'
import { connectDeployer, settled } from './chain.ts'
import { peopleOf } from './deploy.ts'
import { lower } from './names.ts'
import { selectorOf, timelockRoleId } from './plan.ts'
import { expectedTable, readTable, requireTable } from './table.ts'

const stranger: Hex = `0x${'51'.repeat(20)}`
let deployment: Deployment
let rpcUrl = ''

beforeEach(async () => {
  const anvil = await anvilForTest()
  const deployed = await deployTo(anvil, { file: fileForTest(), network: hasty })
  deployment = deployed.deployment
  rpcUrl = anvil.url
})

const table = async () => readTable(await connectDeployer(rpcUrl, deployerKey), deployment)
const expected = () => expectedTable(deployment, { people: peopleOf(admin, { awarder }), adminDelay: 0 })

async function send(to: Hex, data: Hex) {
  const deployer = await connectDeployer(rpcUrl, deployerKey)
  await settled(deployer, 'change a role', deployer.sendTransaction({ to, data }))
}

type Admin = { functionName: string; args: unknown[] }
const manage = (call: Admin) =>
  send(deployment.access_manager, encodeFunctionData({ abi: accessManagerAbi as never, ...call } as never))

/** As the timelock itself, which votes alone can bring to act. */
async function asTimelock(data: Hex) {
  const anvil = anvilClient({ url: rpcUrl })
  await anvil.impersonateAccount({ address: deployment.timelock })
  await anvil.setBalance({ address: deployment.timelock, value: 10n ** 18n })
  const deployer = await connectDeployer(rpcUrl, deployerKey)
  const transaction = { from: deployment.timelock, to: deployment.timelock, data }
  await settled(deployer, 'act', deployer.request({ method: 'eth_sendTransaction', params: [transaction] }))
}

/** What the sentence says is wrong. */
async function told(): Promise<string> {
  const error = await table()
    .then((is) => requireTable(is, expected()))
    .catch((reason) => reason)
  expect(error).toMatchObject({ name: 'Final', code: 'chain.roles' })
  return error.message.replace(/^The roles on the chain are not those of the settings: (.*)\.$/, '$1')
}

test('the chain tells the role table', async () => {
  const is = await table()
  expect(() => requireTable(is, expected())).not.toThrow()
  const [me, pays] = [lower(admin), lower(awarder)]
  const named = (name: 'guardian' | 'timelock' | 'governor') => `${deployment[name]} (${name})`
  const rows = is.rows.map(({ name, members, functions }) => [name, members, functions])
  expect(rows).toEqual([
    [
      'ADMIN (0)',
      [`${me} at once`, `${named('guardian')} at once`],
      ['karma.setDailyCap(uint256)', 'access_pass.setTier(uint8,(uint96,uint32,uint96))'],
    ],
    ['AWARDER (1)', [`${pays} at once`], ['karma.awardRun(uint64,uint256[],bytes32)']],
    [
      'RAFFLE_OPERATOR (2)',
      [`${me} at once`],
      [expect.stringMatching(/^raffle\.create\(/), 'raffle.cancel(uint256)'],
    ],
    ['ARBITER (3)', [`${me} at once`], [expect.stringMatching(/^trade_escrow\.rule\(/)]],
    ['GUARDIAN (4)', [`${me} at once`], ['guardian.close(address)']],
    ['GOVERNOR (5)', [`${named('timelock')} at once`], ['feature_flags.set(bytes32,uint256)']],
    ['timelock DEFAULT_ADMIN_ROLE', [named('timelock')], []],
    ['timelock PROPOSER_ROLE', [named('governor')], []],
    ['timelock CANCELLER_ROLE', [named('governor')], []],
    ['timelock EXECUTOR_ROLE', ['anyone'], []],
  ])
  expect(is.exceptions).toEqual([])
})

test('a difference of members, functions, delays or closed contracts is named', async () => {
  await manage({ functionName: 'grantRole', args: [3n, stranger, 0] })
  await manage({ functionName: 'revokeRole', args: [1n, awarder] })
  await manage({
    functionName: 'setTargetFunctionRole',
    args: [deployment.karma, [selectorOf('karma', 'setDailyCap'), '0x12345678'], 7n],
  })
  await manage({ functionName: 'grantRole', args: [7n, stranger, 60] })
  await manage({ functionName: 'setRoleAdmin', args: [2n, 7n] })
  await manage({ functionName: 'setRoleGuardian', args: [5n, 4n] })
  await send(
    deployment.guardian,
    encodeFunctionData({ abi: guardianAbi, functionName: 'close', args: [deployment.raffle] }),
  )
  expect((await told()).split('; ')).toEqual([
    'karma.setDailyCap(uint256) should belong to ADMIN (0), and does not',
    `AWARDER (1) should be held by ${lower(awarder)} at once, and is not`,
    `ARBITER (3) is held by ${stranger} at once, and should not be`,
    `role 7 is held by ${stranger} after 60 s, and should not be`,
    'karma.setDailyCap(uint256) belongs to role 7, and should not',
    'karma.0x12345678 belongs to role 7, and should not',
    'RAFFLE_OPERATOR (2) is granted by role 7',
    'GOVERNOR (5) is watched by GUARDIAN (4)',
    'raffle is closed',
  ])
})

test('a delay that the guardian or a newcomer to a role would have to wait for is named', async () => {
  await manage({ functionName: 'setGrantDelay', args: [3n, 60] })
  await manage({ functionName: 'setTargetAdminDelay', args: [deployment.karma, 90] })
  // Both begin after AccessManager's minimum of five days.
  const anvil = anvilClient({ url: rpcUrl })
  await anvil.increaseTime({ seconds: 5 * 86_400 })
  await anvil.mine({ blocks: 1 })
  expect((await told()).split('; ')).toEqual([
    'ARBITER (3) is granted only after 60 s',
    'karma is closed and opened only after 90 s',
  ])
})

test('a contract that obeys another AccessManager is named', async () => {
  await manage({ functionName: 'updateAuthority', args: [deployment.feature_flags, deployment.karma] })
  expect(await told()).toBe(`feature_flags obeys ${deployment.karma}`)
})

test('a stranger who may propose to the timelock, or lost its governor, is named', async () => {
  const proposer = timelockRoleId('PROPOSER_ROLE')
  const encode = (functionName: 'grantRole' | 'revokeRole', account: Hex) =>
    encodeFunctionData({ abi: timelockAbi, functionName, args: [proposer, account] })
  await asTimelock(encode('grantRole', stranger))
  await asTimelock(encode('revokeRole', deployment.governor))
  expect((await told()).split('; ')).toEqual([
    `timelock PROPOSER_ROLE should be held by ${deployment.governor} (governor), and is not`,
    `timelock PROPOSER_ROLE is held by ${stranger}, and should not be`,
  ])
})

test('an ADMIN who may act sooner than the settings say is named', async () => {
  const should = expectedTable(deployment, { people: peopleOf(admin, { awarder }), adminDelay: 30 })
  const is = await table()
  expect(() => requireTable(is, should)).toThrow(
    `ADMIN (0) should be held by ${lower(admin)} after 30 s, and is not`,
  )
})

type Filter = { address: Hex; fromBlock: bigint; toBlock: bigint }

test('roles are found also on a node that gives the logs of few blocks at a time', async () => {
  const deployer = await connectDeployer(rpcUrl, deployerKey)
  const head = await deployer.getBlockNumber()
  const asked: bigint[] = []
  const limited = {
    ...deployer,
    getBlockNumber: async () => 5_000n,
    getLogs: async ({ address, fromBlock, toBlock }: Filter) => {
      if (toBlock - fromBlock > 600n) throw new Error('range too large')
      asked.push(toBlock - fromBlock)
      if (fromBlock > head) return []
      return deployer.getLogs({ address, fromBlock, toBlock: head })
    },
  } as unknown as typeof deployer
  expect(await readTable(limited, deployment)).toEqual(await readTable(deployer, deployment))
  expect(asked.length).toBeGreaterThan(10)
})

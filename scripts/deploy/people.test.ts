import type { Hex } from 'viem'
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts'
import { expect, test } from 'vitest'
import { LOCAL_CHAIN, networkOf } from '../../core/networks.ts'
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
import type { AnvilServer } from '../engines/anvil.ts'
import { connectDeployer } from './chain.ts'
import { peopleOf } from './deploy.ts'
import { holds } from './manager.ts'
import { lower } from './names.ts'
import { nowHeld } from './people.ts'
import { roles } from './roles.ts'
import { expectedTable, readTable, requireTable } from './table.ts'

const delay = networkOf(LOCAL_CHAIN).admin_delay
const next = privateKeyToAddress(generatePrivateKey())

async function reader(anvil: AnvilServer, { deployment }: Awaited<ReturnType<typeof deployTo>>) {
  return { deployer: await connectDeployer(anvil.url, deployerKey), deployment }
}

async function awarders(world: Awaited<ReturnType<typeof reader>>) {
  const held = [awarder, next].map((account) => holds(world, { role: roles.AWARDER, account }))
  return (await Promise.all(held)).map(({ isMember }) => isMember)
}

async function pass(anvil: AnvilServer, seconds: number) {
  await anvilClient(anvil).increaseTime({ seconds })
  await anvilClient(anvil).mine({ blocks: 1 })
}

test('another awarder is announced, then gets the role in the moment the old one loses it', async () => {
  const [anvil, file] = [await anvilForTest(), fileForTest()]
  const world = await reader(anvil, await deployTo(anvil, { file }))
  const { pending } = await deployTo(anvil, { file, awarder: next })
  const { timestamp } = await world.deployer.getBlock()
  expect(pending).toEqual([
    { person: 'awarder', holders: [lower(awarder)], until: Number(timestamp) + delay },
  ])
  expect(await awarders(world)).toEqual([true, false])

  const before = await world.deployer.getBlockNumber()
  expect((await deployTo(anvil, { file, awarder: next })).pending).toEqual(pending)
  expect(await world.deployer.getBlockNumber({ cacheTime: 0 })).toBe(before)

  await pass(anvil, delay)
  expect((await deployTo(anvil, { file, awarder: next })).pending).toEqual([])
  expect(await awarders(world)).toEqual([false, true])
  const should = expectedTable(world.deployment, {
    people: peopleOf(admin, { awarder: next }),
    adminDelay: delay,
  })
  expect(() => requireTable({ rows: [], exceptions: [] }, should)).toThrow()
  requireTable(await readTable(world.deployer, world.deployment), should)
})

test('while it waits, the table is right with the old holder', async () => {
  const [anvil, file] = [await anvilForTest(), fileForTest()]
  const world = await reader(anvil, await deployTo(anvil, { file }))
  const { pending } = await deployTo(anvil, { file, awarder: next })
  const people = { ...peopleOf(admin, { awarder: next }), ...nowHeld(pending) }
  requireTable(
    await readTable(world.deployer, world.deployment),
    expectedTable(world.deployment, { people, adminDelay: delay }),
  )
})

test('an announcement that nobody followed for a week is made again', async () => {
  const [anvil, file] = [await anvilForTest(), fileForTest()]
  await deployTo(anvil, { file })
  const first = await deployTo(anvil, { file, awarder: next })
  await pass(anvil, 8 * 86_400)
  const second = await deployTo(anvil, { file, awarder: next })
  expect(second.pending[0]?.until).toBeGreaterThan((first.pending[0]?.until ?? 0) + 7 * 86_400)
})

test('an ADMIN without delay moves a role at once; a role that is not named stays', async () => {
  const [anvil, file] = [await anvilForTest(), fileForTest()]
  const arbiter: Hex = `0x${'a1'.repeat(20)}`
  const world = await reader(anvil, await deployTo(anvil, { file, network: hasty, people: { arbiter } }))
  expect((await deployTo(anvil, { file, network: hasty, awarder: next })).pending).toEqual([])
  expect(await awarders(world)).toEqual([false, true])
  expect(await holds(world, { role: roles.ARBITER, account: arbiter })).toEqual({ isMember: true, delay: 0 })
})

test('a deployer who is not ADMIN is told what ADMIN must send', async () => {
  const [anvil, file] = [await anvilForTest(), fileForTest()]
  const people = { admin: lower(next) }
  const { deployment } = await deployTo(anvil, { file, people })
  const refused = await deployTo(anvil, { file, people, awarder: next }).catch((error) => error)
  expect(refused).toMatchObject({ name: 'Final', code: 'chain.refused' })
  expect(refused.message).toBe(
    `Only ADMIN can give AWARDER to ${lower(next)}, and the account of DEPLOYER_KEY is not.`,
  )
  expect(refused.fix).toContain(deployment.access_manager)
  expect(refused.fix).toContain(lower(awarder).slice(2))
})

import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Deployment } from '../../core/deployment.ts'
import {
  admin,
  anvilClient,
  anvilForTest,
  awarder,
  awarderKey,
  deployerKey,
  deployTo,
  enrich,
  fileForTest,
  hasty,
} from '../../test/support/deploy.ts'
import { beaconArguments } from './beacon.ts'
import { connectDeployer, settled } from './chain.ts'
import { peopleOf } from './deploy.ts'
import { markStart } from './mark.ts'
import { planOf } from './plan.ts'
import { sendSteps } from './quick.ts'

const planned = planOf({
  network: hasty,
  people: peopleOf(admin, { awarder: admin }),
  deployer: admin,
  beacon: beaconArguments(hasty, deployerKey),
})

test.each([0, 1, 6, planned.length - 1, planned.length])(
  'cut off after %i transactions, it goes on from there and nothing is deployed twice',
  async (done) => {
    const [anvil, file] = [await anvilForTest(), fileForTest()]
    await enrich(anvil, admin)
    const deployer = await connectDeployer(anvil.url, deployerKey)
    const mark = await markStart(deployer, file)
    const cut = await sendSteps(deployer, planned.slice(0, done), { mark, forwarder: 'own' })
    const { deployment } = await deployTo(anvil, { file, network: hasty, awarder: admin })
    expect(deployment).toMatchObject(cut)
    expect(deployment.start_block).toBe(1)
    expect(await deployer.getBlockNumber()).toBe(BigInt(planned.length))
    const written: Deployment = JSON.parse(readFileSync(file, 'utf8'))
    expect(written).toEqual(deployment)
    expect(() => readFileSync(`${file}.started`)).toThrow('ENOENT')
  },
)

test('a mark of a chain that is gone, or that is none, is not followed', async () => {
  const file = fileForTest()
  const before = await anvilForTest()
  await deployTo(before, { file })
  const deployer = await connectDeployer(before.url, deployerKey)
  const mark = await markStart(deployer, file)
  expect(mark.nonce).toBeGreaterThan(0)
  const anvil = await anvilForTest()
  await deployTo(anvil, { file })
  writeFileSync(`${file}.started`, '{"nonce": -1}')
  expect((await markStart(deployer, file)).nonce).toBe(mark.nonce)
})

test('a mark of as high a block of another chain, or of another account, is not followed', async () => {
  const [anvil, again, file] = [await anvilForTest(), await anvilForTest(), fileForTest()]
  const deployer = await connectDeployer(anvil.url, deployerKey)
  await enrich(anvil, admin)
  await settled(deployer, 'use a nonce', deployer.sendTransaction({ to: admin }))
  const mark = await markStart(deployer, file)
  expect(mark).toMatchObject({ deployer: admin, nonce: 1, block: { number: 1 } })
  expect(await markStart(deployer, file)).toEqual(mark)

  const other = await connectDeployer(anvil.url, awarderKey)
  expect(await markStart(other, file)).toMatchObject({ deployer: awarder, nonce: 0 })

  await markStart(deployer, file)
  await anvilClient(again).increaseTime({ seconds: 100 })
  await anvilClient(again).mine({ blocks: 1 })
  const anew = await connectDeployer(again.url, deployerKey)
  expect(await markStart(anew, file)).toMatchObject({ deployer: admin, nonce: 0, block: { number: 1 } })
})

import { addressOf, openLab } from './lab.ts'
import { deploySystem, KARMA, pack } from './system.ts'

const MAX = 2n ** 256n - 1n
const member = addressOf('member', 0)
const other = addressOf('member', 1)

/** Gas of a member's first pass, with the approval given before and karma to spare; then of a renewal. */
export async function measurePass() {
  const lab = await openLab()
  const { karma, pass, award } = await deploySystem(lab)
  await award([member, other], 100n * KARMA)
  const approve = (from: typeof member) =>
    lab.send({ from, to: karma, name: 'approve', args: [pass.address, MAX] })
  const buy = (from: typeof member) =>
    lab.send({ from, to: pass, name: 'purchase', args: [1, 1, 20n * KARMA] })
  await approve(other)
  await buy(other)
  await approve(member)
  const [first, renewal] = [await buy(member), await buy(member)]

  const token = await lab.deploy('contracts/gas/OzMintLoop')
  const naive = await lab.deploy('contracts/gas/NaivePass', [token.address, 20n * KARMA, 30n * 86_400n])
  await lab.send({ from: lab.admin, to: token, name: 'mintRun', args: [pack([member, other], 100n * KARMA)] })
  const purchase = async (from: typeof member) => {
    await lab.send({ from, to: token, name: 'approve', args: [naive.address, MAX] })
    return lab.send({ from, to: naive, name: 'purchase', args: [1] })
  }
  await purchase(other)
  const peer = await purchase(member)
  await lab.close()
  return { 'pass purchase': first, 'pass renewal': renewal, 'OZ 721 + mappings, purchase': peer }
}

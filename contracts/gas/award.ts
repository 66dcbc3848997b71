import { addressOf, type Lab, openLab } from './lab.ts'
import { BATCH, deploySystem, KARMA, pack } from './system.ts'

const members = Array.from({ length: BATCH }, (_, i) => addressOf('member', i))
const AMOUNT = 10n * KARMA

/** First a batch for one stranger, so that day, supply and word of ids are in use; then the members, twice. */
async function ours(lab: Lab) {
  const { award, karma } = await deploySystem(lab)
  await award([addressOf('stranger', 0)], AMOUNT)
  const fresh = await award(members, AMOUNT)
  const again = await award(members, AMOUNT)
  for (const member of members) await lab.send({ from: member, to: karma, name: 'delegate', args: [member] })
  return { fresh, again, voting: await award(members, AMOUNT) }
}

type Loop = { contract: 'OzMintLoop' | 'SoladyMintLoop'; name: 'mintAll' | 'mintRun' }

async function mintLoop(lab: Lab, { contract, name }: Loop) {
  const token = await lab.deploy(`contracts/gas/${contract}`)
  const mint = (to: typeof members) => {
    const args = name === 'mintRun' ? [pack(to, AMOUNT)] : [to, to.map(() => AMOUNT)]
    return lab.send({ from: lab.admin, to: token, name, args })
  }
  await mint([addressOf('stranger', 0)])
  return { fresh: await mint(members), again: await mint(members) }
}

async function disperse(lab: Lab) {
  const token = await lab.deploy('contracts/gas/OzMintLoop')
  const payer = await lab.deploy('contracts/gas/DisperseLoop')
  const all = [payer.address, 2n ** 256n - 1n]
  await lab.send({ from: lab.admin, to: token, name: 'mintRun', args: [pack([lab.admin], 10n ** 24n)] })
  await lab.send({ from: lab.admin, to: token, name: 'approve', args: all })
  const pay = (to: typeof members) => {
    const args = [token.address, to, to.map(() => AMOUNT)]
    return lab.send({ from: lab.admin, to: payer, name: 'disperse', args })
  }
  return { fresh: await pay(members), again: await pay(members) }
}

/** Gas of whole batches of 500. */
export async function measureAward() {
  const lab = await openLab()
  const karma = await ours(lab)
  const oz = await mintLoop(lab, { contract: 'OzMintLoop', name: 'mintAll' })
  const packed = await mintLoop(lab, { contract: 'OzMintLoop', name: 'mintRun' })
  const solady = await mintLoop(lab, { contract: 'SoladyMintLoop', name: 'mintRun' })
  const dispersed = await disperse(lab)
  await lab.close()
  return {
    'award 500 new members': karma.fresh,
    'award 500 existing members': karma.again,
    'award 500 members whose votes are on': karma.voting,
    'plain OZ mint loop, 500 new': oz.fresh,
    'plain OZ mint loop, 500 existing': oz.again,
    'OZ mint loop over packed words, 500 new': packed.fresh,
    'OZ mint loop over packed words, 500 existing': packed.again,
    'Solady mint loop over packed words, 500 new': solady.fresh,
    'Solady mint loop over packed words, 500 existing': solady.again,
    'Disperse-style loop, 500 new': dispersed.fresh,
    'Disperse-style loop, 500 existing': dispersed.again,
  }
}

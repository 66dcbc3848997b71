import { addressOf, type Contract, type Lab, openLab } from './lab.ts'
import { BATCH, deploySystem, KARMA, pack } from './system.ts'

const members = Array.from({ length: BATCH }, (_, i) => addressOf('member', i))
const AMOUNT = 10n * KARMA

/** First a batch for one stranger, so that day, supply and word of ids are in use; then the members, twice. */
async function ours(lab: Lab) {
  const { award, karma } = await deploySystem(lab)
  await award([addressOf('stranger', 0)], AMOUNT)
  const fresh = await award(members, AMOUNT)
  const again = await award(members, AMOUNT)
  if (karma.abi.some((x)=>x.name==="delegate")) for (const member of members) await lab.send({ from: member, to: karma, name: 'delegate', args: [member] })
  return { fresh, again, voting: await award(members, AMOUNT) }
}

async function mintLoop(lab: Lab, contract: string) {
  const token = await lab.deploy(contract)
  const mint = (to: typeof members) =>
    lab.send({ from: lab.admin, to: token, name: 'mintRun', args: [pack(to, AMOUNT)] })
  await mint([addressOf('stranger', 0)])
  return { fresh: await mint(members), again: await mint(members) }
}

async function disperse(lab: Lab) {
  const token = await lab.deploy('OzMintLoop')
  const payer = await lab.deploy('DisperseLoop')
  const all = [payer.address, 2n ** 256n - 1n]
  await lab.send({ from: lab.admin, to: token, name: 'mintRun', args: [pack([lab.admin], 10n ** 24n)] })
  await lab.send({ from: lab.admin, to: token, name: 'approve', args: all })
  const pay = (to: typeof members) => {
    const args = [token.address, to, to.map(() => AMOUNT)]
    return lab.send({ from: lab.admin, to: payer as Contract, name: 'disperse', args })
  }
  return { fresh: await pay(members), again: await pay(members) }
}

/** Gas of whole batches of 500. */
export async function measureAward() {
  const lab = await openLab()
  const [karma, oz] = [await ours(lab), await mintLoop(lab, 'OzMintLoop')]
  const [solady, dispersed] = [await mintLoop(lab, 'SoladyMintLoop'), await disperse(lab)]
  await lab.close()
  return {
    'award 500 new members': karma.fresh,
    'award 500 existing members': karma.again,
    'award 500 members whose votes are on': karma.voting,
    'plain OZ mint loop, 500 new': oz.fresh,
    'plain OZ mint loop, 500 existing': oz.again,
    'Solady mint loop, 500 new': solady.fresh,
    'Solady mint loop, 500 existing': solady.again,
    'Disperse-style loop, 500 new': dispersed.fresh,
    'Disperse-style loop, 500 existing': dispersed.again,
  }
}

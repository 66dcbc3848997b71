import { signRound } from './beacon.ts'
import { openHouse, PRICE, WINNERS } from './house.ts'
import { addressOf, type Lab, openLab, signerOf } from './lab.ts'
import { relayEntries } from './relay.ts'
import { BATCH, KARMA, pack } from './system.ts'

const ENTRIES = 10_000
const RELAYED = 50
const MAX = 2n ** 256n - 1n
const early = addressOf('early', 0)
const member = addressOf('member', 0)
const signers = Array.from({ length: RELAYED }, (_, i) => signerOf('signer', i))

async function ours(lab: Lab) {
  const house = await openHouse(lab)
  await house.admit([early, member, ...signers.map(({ address }) => address)])
  const earlier = await house.create()
  await relayEntries({ lab, house, id: earlier }, signers)
  const id = await house.create()
  await house.enter(early, id)
  const entry = await house.enter(member, id)
  const relayed = await relayEntries({ lab, house, id }, signers)
  await house.setEntries(id, BigInt(ENTRIES))
  const { round, closesAt } = await house.raffleOf(id)
  await lab.warp(Number(closesAt) + 300)
  const args = [id, signRound(round)]
  const draw = await lab.send({ from: lab.admin, to: house.raffle, name: 'draw', args })
  return { entry, relayed, draw }
}

async function naive(lab: Lab) {
  const token = await lab.deploy('contracts/gas/OzMintLoop')
  const raffle = await lab.deploy('contracts/gas/NaiveRaffle', [token.address, PRICE])
  const minted = [pack([early, member], 100n * KARMA)]
  await lab.send({ from: lab.admin, to: token, name: 'mintRun', args: minted })
  const enter = async (from: typeof member) => {
    await lab.send({ from, to: token, name: 'approve', args: [raffle.address, MAX] })
    return lab.send({ from, to: raffle, name: 'enter' })
  }
  await enter(early)
  const entry = await enter(member)
  const rest = Array.from({ length: ENTRIES - 2 }, (_, i) => addressOf('entrant', i))
  for (let i = 0; i < rest.length; i += BATCH)
    await lab.send({ from: lab.admin, to: raffle, name: 'fill', args: [rest.slice(i, i + BATCH)] })
  const args = [0x5e4bdn, WINNERS]
  return { entry, draw: await lab.send({ from: lab.admin, to: raffle, name: 'draw', args }) }
}

/** Gas of whole transactions: entries after the first, with karma to spare, pass and approval there before. */
export async function measureRaffle() {
  const lab = await openLab()
  const [raffle, peer] = [await ours(lab), await naive(lab)]
  await lab.close()
  return {
    'raffle enter': raffle.entry,
    'raffle enter, 50 relayed in a batch': raffle.relayed,
    'raffle draw, 50 winners of 10,000': raffle.draw,
    'naive raffle, enter': peer.entry,
    'naive raffle, draw 50 of 10,000': peer.draw,
  }
}

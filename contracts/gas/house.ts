import { encodeAbiParameters, type Hex, keccak256, toHex } from 'viem'
import { z } from 'zod'
import { deployBeacon } from './beacon.ts'
import type { Lab } from './lab.ts'
import { allow, deploySystem, KARMA, RAFFLE_OPERATOR } from './system.ts'

/** wei of karma for a ticket */
export const PRICE = 5n * KARMA
/** Prizes of a raffle. */
export const WINNERS = 50
const MAX = 2n ** 256n - 1n
const WEEK = 7 * 86_400
/** seconds between a raffle's end and its round */
const MARGIN = 120n
const PRIZES: Hex = `0x${'9a'.repeat(32)}`

/** Where Raffle keeps its mapping of raffles, and where in a raffle's first slot the 32 bits of `entries` begin. */
const RAFFLES_SLOT = 2n
const ENTRIES_SHIFT = 192n

const number = z.union([z.bigint(), z.number()]).transform(BigInt)
const terms = z.object({ entries: number, round: number, closesAt: number, price: number })

export type House = Awaited<ReturnType<typeof openHouse>>

/** The system with a raffle house on a test beacon. */
export async function openHouse(lab: Lab) {
  const system = await deploySystem(lab)
  const { manager, forwarder, karma, pass, operator } = system
  const beacon = await deployBeacon(lab)
  const parts = [karma.address, pass.address, beacon.address, MARGIN]
  const raffle = await lab.deploy('contracts/Raffle', [manager.address, forwarder.address, ...parts])
  await allow(lab, manager, { target: raffle, name: 'create', role: RAFFLE_OPERATOR })

  let count = 0n
  /** Opens a raffle of 50 prizes for tier 1 that runs a week; returns its id. */
  const create = async () => {
    const closesAt = (await lab.now()) + WEEK
    await lab.send({
      from: operator,
      to: raffle,
      name: 'create',
      args: [PRICE, WINNERS, closesAt, 1, PRIZES],
    })
    count += 1n
    return count
  }

  /** Makes members ready to enter: karma, a pass, and their approval of both. */
  const admit = async (members: readonly Hex[]) => {
    await system.award(members, 100n * KARMA)
    for (const from of members) {
      for (const { address } of [pass, raffle])
        await lab.send({ from, to: karma, name: 'approve', args: [address, MAX] })
      await lab.send({ from, to: pass, name: 'purchase', args: [1, 1, MAX] })
    }
  }

  const raffleOf = async (id: bigint) =>
    terms.parse(await lab.read({ from: operator, to: raffle, name: 'raffleOf', args: [id] }))

  /** Writes a raffle's number of entries straight into its slot; the draw reads nothing else of them. */
  const setEntries = async (id: bigint, entries: bigint) => {
    const place = [id, RAFFLES_SLOT] as const
    const slot = keccak256(encodeAbiParameters([{ type: 'uint256' }, { type: 'uint256' }], place))
    const before = await raffleOf(id)
    const word = BigInt(z.string().parse(await lab.rpc('eth_getStorageAt', [raffle.address, slot, 'latest'])))
    const next = word + ((entries - before.entries) << ENTRIES_SHIFT)
    await lab.rpc('hardhat_setStorageAt', [raffle.address, slot, toHex(next, { size: 32 })])
    const after = await raffleOf(id)
    const same =
      after.round === before.round && after.closesAt === before.closesAt && after.price === before.price
    if (after.entries !== entries || !same)
      throw new Error('Raffle keeps its entries elsewhere: mend house.ts')
  }

  const enter = (from: Hex, id: bigint) => lab.send({ from, to: raffle, name: 'enter', args: [id] })
  return { ...system, raffle, create, admit, raffleOf, setEntries, enter }
}

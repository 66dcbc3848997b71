import type { Hex, PrivateKeyAccount } from 'viem'
import { z } from 'zod'
import { forwardData } from '../../core/typed-data/forward.ts'
import type { House } from './house.ts'
import { type Call, dataOf, type Lab } from './lab.ts'

/** gas that the signer grants one entry */
const GAS = 120_000n

type Signing = { lab: Lab; house: House; id: bigint }

async function sign({ lab, house, id }: Signing, member: PrivateKeyAccount) {
  const { forwarder, raffle } = house
  const data = dataOf({ from: member.address, to: raffle, name: 'enter', args: [id] })
  const asked = { from: member.address, to: forwarder, name: 'nonces', args: [member.address] }
  const nonce = z.bigint().parse(await lab.read(asked))
  const deadline = (await lab.now()) + 600
  const fields = { from: member.address, to: raffle.address, value: 0n, gas: GAS, deadline, data }
  const deployment = { chain_id: 31_337, forwarder: forwarder.address }
  const signature = await member.signTypedData(forwardData(deployment, { ...fields, nonce }))
  return { ...fields, signature }
}

/** Gas of one transaction that relays an entry of each member into raffle `id`. */
export async function relayEntries(signing: Signing, members: readonly PrivateKeyAccount[]): Promise<number> {
  const { lab, house } = signing
  const requests = await Promise.all(members.map((member) => sign(signing, member)))
  const relayer: Hex = lab.admin
  const call: Call = {
    from: relayer,
    to: house.forwarder,
    name: 'executeBatch',
    args: [requests, `0x${'00'.repeat(20)}`],
  }
  const before = await house.raffleOf(signing.id)
  const gas = await lab.send(call)
  const after = await house.raffleOf(signing.id)
  if (after.entries - before.entries !== BigInt(members.length)) throw new Error('a relayed entry failed')
  return gas
}

import type { Hex, PrivateKeyAccount } from 'viem'
import { z } from 'zod'
import type { House } from './house.ts'
import { type Call, dataOf, type Lab } from './lab.ts'

const types = {
  ForwardRequest: [
    { name: 'from', type: 'address' },
    { name: 'to', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'gas', type: 'uint256' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint48' },
    { name: 'data', type: 'bytes' },
  ],
} as const
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
  const domain = { name: 'SNPD', version: '1', chainId: 31_337, verifyingContract: forwarder.address }
  const message = { ...fields, nonce }
  const signature = await member.signTypedData({ domain, types, primaryType: 'ForwardRequest', message })
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

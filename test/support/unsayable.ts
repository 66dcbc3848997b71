import { type Abi, encodeAbiParameters, encodeEventTopics, type Hex, maxUint256 } from 'viem'
import { member } from './activity.ts'
import { abis, type World } from './world.ts'

type Args = Record<string, unknown>
const word: Hex = `0x${'cd'.repeat(32)}`

/** What is in the ABIs, and no code of ours ever says: passes cannot be moved, domains and admins do not change. */
const unsayable: [contract: keyof typeof abis, event: string, args: Args][] = [
  ['access_pass', 'Approval', { owner: member(0), approved: member(1), tokenId: 1n }],
  ['access_pass', 'ApprovalForAll', { owner: member(0), operator: member(1), approved: true }],
  ['access_pass', 'Unlocked', { tokenId: maxUint256 }],
  ['karma', 'EIP712DomainChanged', {}],
  ['governor', 'EIP712DomainChanged', {}],
  ['forwarder', 'EIP712DomainChanged', {}],
  ['timelock', 'RoleAdminChanged', { role: word, previousAdminRole: word, newAdminRole: word }],
]

/** A log of these topics and one word of data, or none, as code that does nothing else. */
function codeOf(topics: Hex[], data: Hex): Hex {
  const push = (value: Hex) => `7f${value.slice(2)}`
  const memory = data === '0x' ? '' : `${push(data)}5f52`
  const size = data === '0x' ? '5f' : '6020'
  return `0x${memory}${topics.toReversed().map(push).join('')}${size}5f${(0xa0 + topics.length).toString(16)}00`
}

/** Says it all the same, by other code at the same address for one call. */
export async function sayTheUnsayable({ client, deployment, send }: World): Promise<void> {
  for (const [contract, eventName, args] of unsayable) {
    const address = deployment[contract]
    const abi = (abis[contract] as Abi).filter((item) => item.type === 'event' && item.name === eventName)
    const [event] = abi
    if (event?.type !== 'event') throw new Error(`${contract} has no event ${eventName}`)
    const topics = encodeEventTopics({ abi, eventName, args } as never) as Hex[]
    const plain = event.inputs.filter(({ indexed }) => !indexed)
    const data = encodeAbiParameters(
      plain,
      plain.map(({ name = '' }) => args[name]),
    )
    const code = await client.getCode({ address })
    await client.setCode({ address, bytecode: codeOf(topics, data) })
    await send(member(0), address, '0x')
    await client.setCode({ address, bytecode: code ?? '0x' })
  }
}

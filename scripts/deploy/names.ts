import { type Hex, toFunctionSelector, toFunctionSignature, zeroAddress } from 'viem'
import type { Deployment } from '../../core/deployment.ts'
import { artifacts, contractNames } from './artifacts.ts'
import { roles } from './roles.ts'

export const lower = (address: unknown) => String(address).toLowerCase() as Hex

/** An address, with its name when it is a contract of ours. */
export function nameOf(deployment: Deployment, address: Hex): string {
  if (address === zeroAddress) return 'anyone'
  const name = contractNames.find((each) => deployment[each] === lower(address))
  return name ? `${lower(address)} (${name})` : lower(address)
}

/** `delay` in seconds: from announcing a call to making it. */
export function memberName(deployment: Deployment, account: Hex, delay: number): string {
  return `${nameOf(deployment, account)} ${delay === 0 ? 'at once' : `after ${delay} s`}`
}

export function roleName(id: bigint): string {
  const known = Object.entries(roles).find(([, each]) => each === id)
  return known ? `${known[0]} (${id})` : `role ${id}`
}

/** `karma.awardRun(uint64,uint256[],bytes32)`, or the bare numbers of what is not ours. */
export function functionName(deployment: Deployment, target: Hex, selector: Hex): string {
  const name = contractNames.find((each) => deployment[each] === lower(target))
  const items = name ? artifacts[name].abi : []
  const item = items.find((each) => each.type === 'function' && toFunctionSelector(each) === selector)
  return `${name ?? lower(target)}.${item?.type === 'function' ? toFunctionSignature(item) : selector}`
}

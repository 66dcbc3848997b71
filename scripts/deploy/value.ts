import { encodeFunctionData, type Hex } from 'viem'
import type { ContractName } from '../../core/deployment.ts'
import { artifacts } from './artifacts.ts'

/** An argument before addresses are known: plain data, the address of a contract, or calldata for one. */
export type Value =
  | string
  | number
  | bigint
  | readonly Value[]
  | AddressOf
  | Call
  | { readonly [field: string]: Value }
type AddressOf = { kind: 'address'; of: ContractName }
export type Call = { kind: 'call'; to: ContractName; name: string; args: readonly Value[] }

export const at = (of: ContractName): AddressOf => ({ kind: 'address', of })
export const call = (to: ContractName, name: string, args: readonly Value[]): Call => ({
  kind: 'call',
  to,
  name,
  args,
})

const isAddressOf = (value: object): value is AddressOf => 'kind' in value && value.kind === 'address'
const isCall = (value: object): value is Call => 'kind' in value && value.kind === 'call'

/** How to stand in for what is not known yet. */
export type Binding<T> = { address: (of: ContractName) => T; calldata: (call: Call) => T }
export type Bound<T> = T | string | number | bigint | Bound<T>[] | { [field: string]: Bound<T> }

/** The value with everything not yet known replaced. Pure. */
export function bind<T>(value: Value, binding: Binding<T>): Bound<T> {
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map((each) => bind(each, binding))
  if (isAddressOf(value)) return binding.address(value.of)
  if (isCall(value)) return binding.calldata(value)
  const fields = Object.entries(value).map(([name, field]) => [name, bind(field, binding)])
  return Object.fromEntries(fields)
}

export type Addresses = Readonly<Record<ContractName, Hex>>

/** The values with the addresses put in. Pure. */
export function bindAll(values: readonly Value[], addresses: Addresses): Bound<Hex>[] {
  const calldata = (inner: Call) => encode(inner, addresses)
  return values.map((value) => bind(value, { address: (of) => addresses[of], calldata }))
}

/** A call's calldata. Pure. */
export function encode({ to, name, args }: Call, addresses: Addresses): Hex {
  return encodeFunctionData({
    abi: artifacts[to].abi,
    functionName: name,
    args: bindAll(args, addresses),
  })
}

import { basename } from 'node:path'
import hre from 'hardhat'
import {
  type Abi,
  decodeFunctionResult,
  encodeDeployData,
  encodeFunctionData,
  type Hex,
  keccak256,
  toHex,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { z } from 'zod'

/** 2026-01-01 12:00 UTC, where each lab's clock starts: calldata and gas depend on the time. */
const START = 1_767_268_800

const hex = z.templateLiteral(['0x', z.string()])
const receipt = z.object({
  status: z.literal('0x1'),
  gasUsed: z.string().transform(Number),
  contractAddress: hex.nullable(),
})

export type Contract = { address: Hex; abi: Abi }
export type Call = { from: Hex; to: Contract; name: string; args?: readonly unknown[] }
export type Lab = Awaited<ReturnType<typeof openLab>>

/** The i-th of endless keys, the same on every run and with the spread of real ones. */
export function keyOf(name: string, i: number): Hex {
  return keccak256(toHex(`${name} ${i}`))
}

/** The i-th of endless addresses that nobody holds the key of; cheaper to make than a key. */
export function addressOf(name: string, i: number): Hex {
  return `0x${keyOf(name, i).slice(-40)}`
}

/** A member who can sign. */
export function signerOf(name: string, i: number) {
  return privateKeyToAccount(keyOf(name, i))
}

/** A call's calldata. */
export function dataOf({ to, name, args = [] }: Call): Hex {
  return encodeFunctionData({ abi: to.abi, functionName: name, args })
}

type Rpc = (method: string, params: unknown[]) => Promise<unknown>

async function sendData(rpc: Rpc, from: Hex, fields: { to?: Hex; data: Hex }) {
  await rpc('hardhat_impersonateAccount', [from])
  const tx = { from, ...fields, gas: toHex(200_000_000), gasPrice: '0x0' }
  const hash = await rpc('eth_sendTransaction', [tx])
  return receipt.parse(await rpc('eth_getTransactionReceipt', [hash]))
}

/**
 * A new chain in this process: Hardhat's EVM (EDR) under Prague's rules, a block per transaction, a fixed clock, no
 * fees. The same calls use the same gas to the unit on every run. Anyone's calls can be sent: no signatures are asked for.
 */
export async function openLab() {
  const { provider, close } = await hre.network.create({
    override: {
      hardfork: 'prague',
      chainId: 31_337,
      initialDate: new Date(START * 1_000),
      initialBaseFeePerGas: 0,
      blockGasLimit: 1_000_000_000,
      allowUnlimitedContractSize: false,
    },
  })
  const rpc: Rpc = (method, params) => provider.request({ method, params })
  const admin = addressOf('admin', 0)
  return {
    admin,
    close,
    rpc,
    /** Creates the contract of the file `what`.sol that has the file's name, or one of given code. */
    async deploy(
      what: string | { abi: Abi; bytecode: Hex },
      args: readonly unknown[] = [],
    ): Promise<Contract> {
      const { abi, bytecode } =
        typeof what === 'string' ? await hre.artifacts.readArtifact(`${what}.sol:${basename(what)}`) : what
      const data = encodeDeployData({ abi, bytecode: hex.parse(bytecode), args })
      const { contractAddress } = await sendData(rpc, admin, { data })
      return { address: hex.parse(contractAddress), abi }
    },
    /** Gas of the whole transaction, in units; throws when it reverts. */
    async send(call: Call): Promise<number> {
      const { gasUsed } = await sendData(rpc, call.from, { to: call.to.address, data: dataOf(call) })
      return gasUsed
    },
    /** What a view function returns. */
    async read(call: Call): Promise<unknown> {
      const { to, name: functionName } = call
      const data = hex.parse(await rpc('eth_call', [{ to: to.address, data: dataOf(call) }, 'latest']))
      return decodeFunctionResult({ abi: to.abi, functionName, data })
    },
    /** Unix seconds of the last block. */
    async now(): Promise<number> {
      const block = await rpc('eth_getBlockByNumber', ['latest', false])
      return Number(z.object({ timestamp: z.string() }).parse(block).timestamp)
    },
    /** Lets the next block come at `time`, in unix seconds. */
    async warp(time: number): Promise<void> {
      await rpc('evm_setNextBlockTimestamp', [toHex(time)])
    },
  }
}

/** Builds the contracts unless they are built. */
export async function buildContracts(): Promise<void> {
  await hre.tasks.getTask('build').run({ quiet: true, noTests: true })
}

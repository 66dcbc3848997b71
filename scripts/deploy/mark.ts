import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Hex } from 'viem'
import { z } from 'zod'
import type { Deployer } from './chain.ts'

const hex = z.templateLiteral(['0x', z.string()])
const shape = z.object({
  deployer: hex,
  /** Of the deployer's first transaction. */
  nonce: z.int().min(0),
  /** The chain's newest before it. */
  block: z.object({ number: z.int().min(0), hash: hex }),
})
/** Where a deployment began; beside the deployment file from before the first transaction until that file is written. */
export type Mark = z.infer<typeof shape>

const markFile = (file: string) => `${file}.started`

async function stands(deployer: Deployer, { deployer: by, block }: Mark): Promise<boolean> {
  if (by !== deployer.account.address) return false
  const found = await deployer.getBlock({ blockNumber: BigInt(block.number) }).catch(() => undefined)
  return found?.hash === block.hash
}

function read(file: string): Mark | undefined {
  if (!existsSync(markFile(file))) return undefined
  return shape.safeParse(JSON.parse(readFileSync(markFile(file), 'utf8'))).data
}

/** The mark of a deployment that was cut off on this chain, else a new one, on disk before it is returned. */
export async function markStart(deployer: Deployer, file: string): Promise<Mark> {
  const old = read(file)
  if (old && (await stands(deployer, old))) return old
  const address: Hex = deployer.account.address
  const [nonce, block] = await Promise.all([
    deployer.getTransactionCount({ address, blockTag: 'pending' }),
    deployer.getBlock(),
  ])
  const mark = { deployer: address, nonce, block: { number: Number(block.number), hash: block.hash } }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(markFile(file), JSON.stringify(mark))
  return mark
}

/** The deployment file is written, or what was begun cannot be finished. */
export function unmark(file: string): void {
  rmSync(markFile(file), { force: true })
}

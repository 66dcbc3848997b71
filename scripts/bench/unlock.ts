import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Abi, encodeFunctionData, type Hex, zeroAddress } from 'viem'
import { z } from 'zod'
import { addressOf, type Lab, openLab } from '../../contracts/gas/lab.ts'
import { KARMA, pack } from '../../contracts/gas/system.ts'

const VERSION = '0.0.34'
const LOCK_VERSION = 15
const PRICE = 20n * KARMA
const MAX = 2n ** 256n - 1n

// The shape of an ABI is viem's business.
const artifact = z.object({
  abi: z.custom<Abi>(Array.isArray),
  bytecode: z.templateLiteral(['0x', z.string()]),
})

/** OpenZeppelin's package brings its contracts compiled too. */
const proxies = fileURLToPath(
  new URL('../../node_modules/@openzeppelin/contracts/build/contracts', import.meta.url),
)

/** Unlock's package, put into a folder outside the checkout: it is no dependency of ours. */
async function obtain(): Promise<string> {
  const folder = join(tmpdir(), `snpd-unlock-${VERSION}`)
  const abis = join(folder, 'node_modules', '@unlock-protocol', 'contracts', 'dist', 'abis')
  if (existsSync(abis)) return abis
  mkdirSync(folder, { recursive: true })
  const flags = ['--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  const args = ['install', '--prefix', folder, ...flags, `@unlock-protocol/contracts@${VERSION}`]
  await promisify(execFile)('npm', args, { cwd: folder, timeout: 120_000 })
  return abis
}

function read(abis: string, path: string) {
  return artifact.parse(JSON.parse(readFileSync(join(abis, path), 'utf8')))
}

/** A lock as Unlock's factory makes them (a proxy of PublicLock), selling for our peer token. */
async function openLock(lab: Lab, abis: string, token: Hex) {
  const lockCode = read(abis, `PublicLock/PublicLockV${LOCK_VERSION}.json`)
  const unlockCode = read(abis, 'Unlock/UnlockV14.json')
  const { address: code } = await lab.deploy(unlockCode)
  const setUp = encodeFunctionData({ abi: unlockCode.abi, functionName: 'initialize', args: [lab.admin] })
  // Unlock's own code refuses to be initialised but in a proxy's constructor.
  const proxy = await lab.deploy(read(proxies, 'ERC1967Proxy.json'), [code, setUp])
  const unlock = { ...proxy, abi: unlockCode.abi }
  const template = await lab.deploy(lockCode)
  const send = (name: string, args: readonly unknown[]) =>
    lab.send({ from: lab.admin, to: unlock, name, args })
  await send('addLockTemplate', [template.address, LOCK_VERSION])
  await send('setLockTemplate', [template.address])
  const args = [lab.admin, 30n * 86_400n, token, PRICE, MAX, 'Peer']
  const data = encodeFunctionData({ abi: lockCode.abi, functionName: 'initialize', args })
  const call = { from: lab.admin, to: unlock, name: 'createUpgradeableLock', args: [data] }
  const address = z.templateLiteral(['0x', z.string()]).parse(await lab.read(call))
  await lab.send(call)
  return { address, abi: lockCode.abi }
}

/** Gas of buying a key of Unlock's PublicLock, the second one sold, with the approval given before. */
export async function measureUnlock(): Promise<number> {
  const abis = await obtain()
  const lab = await openLab()
  const token = await lab.deploy('contracts/gas/OzMintLoop')
  const lock = await openLock(lab, abis, token.address)
  const buyers = [addressOf('member', 0), addressOf('member', 1)]
  await lab.send({ from: lab.admin, to: token, name: 'mintRun', args: [pack(buyers, 100n * KARMA)] })
  const buy = async (from: Hex) => {
    await lab.send({ from, to: token, name: 'approve', args: [lock.address, MAX] })
    const args = [[PRICE], [from], [zeroAddress], [zeroAddress], ['0x']]
    return lab.send({ from, to: lock, name: 'purchase', args })
  }
  let gas = 0
  for (const buyer of buyers) gas = await buy(buyer)
  await lab.close()
  return gas
}

import { createECDH } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { hasCardNumber } from '../../core/card.ts'
import { Final } from '../../core/errors.ts'
import { fromBase64url, toBase64url } from '../../core/vault/bytes.ts'
import { newPair } from '../../core/vault/hpke.ts'
import { idOfKey, randomKey } from '../../core/vault/keys.ts'
import {
  type CheckoutFile,
  checkoutFileShape,
  type PublicFile,
  type VapidFile,
  type VaultFile,
  vapidFileShape,
  vaultFileShape,
} from './shape.ts'

/** The files of a folder of keys. */
export type KeyFiles = { vault: string; checkout: string; published: string; vapid: string }

export function keyFiles(folder: string): KeyFiles {
  const at = (name: string) => join(folder, name)
  return {
    vault: at('vault.json'),
    checkout: at('checkout.json'),
    published: at('checkout.public.json'),
    vapid: at('vapid.json'),
  }
}

const now = () => new Date().toISOString()

/** Replaces a file whole or not at all, and on disk before anything is encrypted with what it holds. */
function write(path: string, value: VaultFile | CheckoutFile | PublicFile | VapidFile, mode: number): void {
  const file = openSync(`${path}.new`, 'w', mode)
  writeSync(file, `${JSON.stringify(value, null, 2)}\n`)
  fsyncSync(file)
  closeSync(file)
  chmodSync(`${path}.new`, mode)
  renameSync(`${path}.new`, path)
}

function read<Shape extends z.ZodType>(path: string, shape: Shape): z.infer<Shape> {
  try {
    return shape.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw new Final({
      code: 'config.invalid',
      message: `${path} is missing or is not a file of keys.`,
      fix: 'Restore it from where your keys are kept, or make new ones: npm run keys -- init',
    })
  }
}

export const readVaultFile = (path: string) => read(path, vaultFileShape)
export const readCheckoutFile = (path: string) => read(path, checkoutFileShape)

async function newKek() {
  const bytes = randomKey()
  return { id: await idOfKey('kek', bytes), key: toBase64url(bytes), created_at: now() }
}

async function newCheckoutPair(): Promise<CheckoutFile['keys'][number]> {
  const { privateKey, publicKey } = await newPair()
  const id = await idOfKey('checkout', fromBase64url(publicKey) ?? new Uint8Array())
  // One id in two thousand looks like a card number, and browsers send it to an API that refuses all that do.
  if (hasCardNumber(id)) return newCheckoutPair()
  return { id, private_key: privateKey, public_key: publicKey, created_at: now() }
}

/** The pair by which push services know us. Browsers are subscribed to this very key: it is never exchanged. */
function newVapidPair(): VapidFile {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  // A private key that begins with a zero comes shorter.
  const privateKey = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32)
  return {
    snpd_keys: 'vapid',
    private_key: privateKey.toString('base64url'),
    public_key: pair.getPublicKey('base64url', 'uncompressed'),
    created_at: now(),
  }
}

/** The public file follows from the other one; a crash between the two is mended by the next call. */
function publish({ checkout, published }: KeyFiles): void {
  const { current, keys } = readCheckoutFile(checkout)
  const held = keys.find(({ id }) => id === current)
  if (held)
    write(published, { snpd_keys: 'checkout-public', id: held.id, public_key: held.public_key }, 0o644)
}

/**
 * A folder with all keys; makes those that are not there, changes none that is. Private ones are for their owner alone
 * (0600).
 * @throws Final `config.invalid` when a file is broken
 */
export async function initKeys(folder: string): Promise<KeyFiles> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const files = keyFiles(folder)
  if (existsSync(files.vault)) readVaultFile(files.vault)
  else {
    const key = await newKek()
    write(files.vault, { snpd_keys: 'vault', current: key.id, keys: [key] }, 0o600)
  }
  if (!existsSync(files.checkout)) {
    const key = await newCheckoutPair()
    write(files.checkout, { snpd_keys: 'checkout', current: key.id, keys: [key] }, 0o600)
  }
  publish(files)
  if (existsSync(files.vapid)) read(files.vapid, vapidFileShape)
  else write(files.vapid, newVapidPair(), 0o600)
  return files
}

/** Adds a key-encryption key; with `use` it wraps from now on. @returns its id */
export async function addKek(path: string, { use }: { use: boolean }): Promise<string> {
  const { current, keys } = readVaultFile(path)
  const key = await newKek()
  write(path, { snpd_keys: 'vault', current: use ? key.id : current, keys: [...keys, key] }, 0o600)
  return key.id
}

/** Has a key of the file wrap from now on. */
export function switchKek(path: string, id: string): void {
  write(path, { ...readVaultFile(path), current: id }, 0o600)
}

/** Adds a pair, to which browsers seal from now on. @returns its id */
export async function addCheckoutPair(files: KeyFiles): Promise<string> {
  const { keys } = readCheckoutFile(files.checkout)
  const key = await newCheckoutPair()
  write(files.checkout, { snpd_keys: 'checkout', current: key.id, keys: [...keys, key] }, 0o600)
  publish(files)
  return key.id
}

/** Destroys a key-encryption key. The caller has made sure that nothing hangs on it. */
export function dropKek(path: string, id: string): void {
  const file = readVaultFile(path)
  write(path, { ...file, keys: file.keys.filter((key) => key.id !== id) }, 0o600)
}

/** Destroys a private key that nothing is sealed to any more. */
export function dropCheckoutPair(path: string, id: string): void {
  const file = readCheckoutFile(path)
  write(path, { ...file, keys: file.keys.filter((key) => key.id !== id) }, 0o600)
}

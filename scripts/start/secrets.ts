import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { initKeys } from '../../adapters/keys/files.ts'
import { Final } from '../../core/errors.ts'
import type { Environment } from './environment.ts'

const password = z.string().min(16)
const key = z.templateLiteral(['0x', z.string().regex(/^[0-9a-f]{64}$/)])
// A random 256-bit number is a valid secp256k1 key but for one chance in 2^127.
const chainKey = (): `0x${string}` => `0x${randomBytes(32).toString('hex')}`
const shape = z.object({
  postgres: z.object({ owner: password, app: password, indexer: password }),
  /** Ed25519, PKCS#8 PEM. */
  jwt_key: z.string().includes('PRIVATE KEY'),
  deployer_key: key,
  awarder_key: key,
  // Folders of before there was a relay, a keeper of votes, raffles, or juries, have none.
  relayer_key: key.default(chainKey),
  keeper_key: key.default(chainKey),
  raffle_operator_key: key.default(chainKey),
  arbiter_key: key.default(chainKey),
  /** What the local beacon signs with. */
  beacon_key: key.default(chainKey),
})
export type Secrets = z.infer<typeof shape>

const word = () => randomBytes(24).toString('hex')

function invent(): Secrets {
  const { privateKey } = generateKeyPairSync('ed25519')
  return {
    postgres: { owner: word(), app: word(), indexer: word() },
    jwt_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    deployer_key: chainKey(),
    awarder_key: chainKey(),
    relayer_key: chainKey(),
    keeper_key: chainKey(),
    raffle_operator_key: chainKey(),
    arbiter_key: chainKey(),
    beacon_key: chainKey(),
  }
}

function parse(file: string): Secrets {
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new Final({
      code: 'config.data-folder',
      message: `The keys and passwords in ${file} cannot be read: the file is not what SNPD wrote.`,
      fix: 'Restore it from a backup, or start anew with --fresh (this deletes the local data).',
      cause,
    })
  }
}

function write(file: string, secrets: Secrets): void {
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/**
 * The keys and passwords of one data folder; made at its first start, readable by their owner alone (0600).
 * @throws Final `config.data-folder` when the file is broken, or is gone while a database made with it is there
 */
export function openSecrets(folder: string): Secrets {
  const file = join(folder, 'secrets.json')
  if (existsSync(file)) {
    chmodSync(file, 0o600)
    const secrets = parse(file)
    write(file, secrets)
    return secrets
  }
  if (existsSync(join(folder, 'pg')))
    throw new Final({
      code: 'config.data-folder',
      message: `${file} is missing, and the database beside it cannot be opened without it.`,
      fix: 'Restore it from a backup, or start anew with --fresh (this deletes the local data).',
    })
  const secrets = invent()
  write(file, secrets)
  return secrets
}

/**
 * Those of a folder that `npm start` made; makes none.
 * @throws Final `config.data-folder` when there are none, or the file is broken
 */
export function readSecrets(folder: string): Secrets {
  const file = join(folder, 'secrets.json')
  if (existsSync(file)) return parse(file)
  throw new Final({
    code: 'config.data-folder',
    message: `No SNPD was started on the data folder ${folder}.`,
    fix: 'Start it once with npm start, or name its folder with --data.',
  })
}

/**
 * Where web and workers find the keys of the vault: what the person's environment says, otherwise the data folder's
 * own, made at its first start. A folder of before there was a vault gets them too: nothing in it needs older ones.
 * @throws Final `config.invalid` when a file of keys is broken, or the environment names half of a pair
 */
export async function openKeys(
  folder: string,
  { VAULT_KEYS, CHECKOUT_KEYS, CHECKOUT_PUBLIC_KEY, VAPID_KEYS }: Environment,
): Promise<Record<'VAULT_KEYS' | 'CHECKOUT_KEYS' | 'CHECKOUT_PUBLIC_KEY' | 'VAPID_KEYS', string>> {
  if ((CHECKOUT_KEYS === undefined) !== (CHECKOUT_PUBLIC_KEY === undefined))
    throw new Final({
      code: 'config.invalid',
      message: 'CHECKOUT_KEYS and CHECKOUT_PUBLIC_KEY belong together: only one of them is set.',
      fix: 'Set both, to checkout.json and checkout.public.json of one folder.',
    })
  if (VAULT_KEYS && CHECKOUT_KEYS && CHECKOUT_PUBLIC_KEY && VAPID_KEYS)
    return { VAULT_KEYS, CHECKOUT_KEYS, CHECKOUT_PUBLIC_KEY, VAPID_KEYS }
  const own = await initKeys(join(folder, 'keys'))
  return {
    VAULT_KEYS: VAULT_KEYS ?? own.vault,
    CHECKOUT_KEYS: CHECKOUT_KEYS ?? own.checkout,
    CHECKOUT_PUBLIC_KEY: CHECKOUT_PUBLIC_KEY ?? own.published,
    VAPID_KEYS: VAPID_KEYS ?? own.vapid,
  }
}

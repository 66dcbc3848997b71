import { Final } from '../../core/errors.ts'
import { fromBase64url } from '../../core/vault/bytes.ts'
import type { Key } from '../../core/vault/cipher.ts'
import { importKek, type KeyRing } from '../../core/vault/keys.ts'
import { vaultFileShape } from './shape.ts'
import { openSource } from './source.ts'

/** The refusal where a key is named that nobody gave us. */
export function keyMissing(variable: string, id: string): Final {
  return new Final({
    code: 'vault.key-missing',
    message: `${variable} holds no key ${id}, with which something here was encrypted.`,
    fix: 'Restore it from where your keys are kept; docs/runbooks/key-rotation.md says more.',
  })
}

async function importNamed(id: string, text: string): Promise<Key> {
  const key = await importKek(fromBase64url(text) ?? new Uint8Array())
  if (key.kekId === id) return key
  throw new Final({
    code: 'config.invalid',
    message: `In VAULT_KEYS the key named ${id} is another one: it must be named ${key.kekId}.`,
    fix: 'Restore the file from where your keys are kept.',
  })
}

/**
 * The vault's key-encryption keys.
 * @param given VAULT_KEYS: the path of a file that `npm run keys` wrote, or its JSON
 * @throws Final `config.invalid`
 */
export async function openKeyRing(given: string): Promise<KeyRing> {
  const read = openSource('VAULT_KEYS', given, vaultFileShape)
  const imported = new Map<string, Promise<Key>>()
  const find = async (id: string): Promise<Key> => {
    const held = read().keys.find((key) => key.id === id)
    if (!held) throw keyMissing('VAULT_KEYS', id)
    const key = imported.get(id) ?? importNamed(id, held.key)
    imported.set(id, key)
    return key
  }
  const ring = { find, current: async () => find(read().current) }
  await ring.current()
  return ring
}

import {
  dropCheckoutPair,
  dropKek,
  type KeyFiles,
  readCheckoutFile,
  readVaultFile,
} from '../../adapters/keys/files.ts'
import { Final } from '../../core/errors.ts'
import type { Sql } from '../../db/client.ts'
import { countCheckout, countVault } from './count.ts'

function refuse(message: string, fix: string): Final {
  return new Final({ code: 'config.invalid', message, fix })
}

/**
 * Destroys one key, after making sure that nothing hangs on it. Backups of before then are lost with it.
 * @throws Final `config.invalid` when something does, or there is no such key
 */
export async function drop(sql: Sql, files: KeyFiles, id: string): Promise<void> {
  const [vault, checkout] = [readVaultFile(files.vault), readCheckoutFile(files.checkout)]
  if (vault.current === id || checkout.current === id)
    throw refuse(`Key ${id} is in use.`, 'Rotate first: npm run keys -- rotate')
  const isVaults = vault.keys.some((key) => key.id === id)
  if (!isVaults && !checkout.keys.some((key) => key.id === id))
    throw refuse(`There is no key ${id}.`, 'npm run keys -- status lists them.')
  const { counts } = await (isVaults ? countVault(sql, files.vault) : countCheckout(sql, files.checkout))
  const held = counts.get(id) ?? 0
  if (held > 0)
    throw refuse(
      `${held} still hang on key ${id}.`,
      isVaults
        ? 'Rotate first: npm run keys -- rotate'
        : 'The workers seal them anew within a minute of a rotation.',
    )
  if (isVaults) dropKek(files.vault, id)
  else dropCheckoutPair(files.checkout, id)
}

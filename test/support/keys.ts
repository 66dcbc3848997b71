import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openCheckoutKeys } from '../../adapters/keys/checkout.ts'
import { initKeys } from '../../adapters/keys/files.ts'
import { openKeyRing } from '../../adapters/keys/ring.ts'

/** New keys in a new folder, opened as the processes open them. Call `remove` when done. */
export async function makeKeys() {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-keys-'))
  const files = await initKeys(folder)
  return {
    folder,
    files,
    ring: await openKeyRing(files.vault),
    checkout: openCheckoutKeys(files.checkout),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
export type TestKeys = Awaited<ReturnType<typeof makeKeys>>

/** The same for a single test. */
export async function keysForTest(): Promise<TestKeys> {
  const keys = await makeKeys()
  onTestFinished(keys.remove)
  return keys
}

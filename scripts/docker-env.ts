import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toHex } from 'viem'
import { english, generateMnemonic, mnemonicToAccount } from 'viem/accounts'
import { initKeys } from '../adapters/keys/files.ts'
import { runCommand } from './cli/run.ts'

const word = () => randomBytes(24).toString('hex')

/** As compose reads it: in single quotes nothing is expanded. */
const line = (name: string, value: string) => `${name}='${value}'`

/** The first accounts of a phrase, which anvil gives ether at its first block. */
function accountsOf(phrase: string): string[] {
  return [0, 1, 2].map((addressIndex) => {
    const key = mnemonicToAccount(phrase, { addressIndex }).getHdKey().privateKey
    if (!key) throw new Error('a phrase always has keys')
    return toHex(key)
  })
}

async function keysOfVault() {
  const folder = mkdtempSync(join(tmpdir(), 'snpd-keys-'))
  try {
    const files = await initKeys(folder)
    const compact = (path: string) => JSON.stringify(JSON.parse(readFileSync(path, 'utf8')))
    return {
      VAULT_KEYS: compact(files.vault),
      CHECKOUT_KEYS: compact(files.checkout),
      CHECKOUT_PUBLIC_KEY: compact(files.published),
      VAPID_KEYS: compact(files.vapid),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `node scripts/docker-env.ts > .env`: new keys and passwords for docker-compose.yml. Keep the file: what they encrypt is lost without. */
async function main(): Promise<void> {
  const phrase = generateMnemonic(english)
  const [deployer = '', awarder = '', relayer = ''] = accountsOf(phrase)
  const jwt = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const values = {
    ORIGIN: 'http://localhost:3000',
    ...{ POSTGRES_PASSWORD: word(), APP_PASSWORD: word(), INDEXER_PASSWORD: word(), METRICS_TOKEN: word() },
    ...{ CHAIN_MNEMONIC: phrase, DEPLOYER_KEY: deployer, AWARDER_KEY: awarder, RELAYER_KEY: relayer },
    BEACON_KEY: `0x${randomBytes(32).toString('hex')}`,
    JWT_KEY: jwt,
    ...(await keysOfVault()),
  }
  process.stdout.write(
    `${Object.entries(values)
      .map(([name, value]) => line(name, value))
      .join('\n')}\n`,
  )
}

await runCommand(main)

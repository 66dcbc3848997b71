import { openKeyRing } from '../../adapters/keys/ring.ts'
import { connect } from '../../db/client.ts'
import { startForms } from '../../workers/forms/start.ts'
import { openOriginGate } from '../../workers/shops/gate.ts'
import { testBrowser } from './browser.ts'
import { silentLogger } from './settle.ts'

// A process of its own that enters shops' draws as the workers do, for tests that kill it.

const { APP_DATABASE_URL = '', VAULT_KEYS = '' } = process.env
const sql = connect(APP_DATABASE_URL, { name: 'test', max: 3 })
const forms = startForms({
  ...{ sql, keeper: testBrowser(), gate: openOriginGate(sql), logger: silentLogger },
  ...{ vault: await openKeyRing(VAULT_KEYS), allowLoopback: true, reconcileSeconds: 1 },
})
process.on('SIGTERM', () => void forms.stop().then(() => process.exit(0)))
process.send?.({ ready: true })

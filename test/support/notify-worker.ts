import { openKeyRing } from '../../adapters/keys/ring.ts'
import { openSender } from '../../adapters/push/send.ts'
import { connect } from '../../db/client.ts'
import { surviveLostLogins } from '../../db/lost-login.ts'
import { startNotify } from '../../workers/notify/start.ts'

// A process of its own that tells members of alerts as the workers do, and nothing else: to be killed.

const { APP_DATABASE_URL = '', VAULT_KEYS = '', VAPID_KEYS = '' } = process.env
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
surviveLostLogins(process)
const { send } = openSender({
  ...{
    vapid: VAPID_KEYS,
    subject: 'mailto:test@snpd.example',
    origin: 'https://snpd.example',
    loopback: true,
  },
})
const sql = connect(APP_DATABASE_URL, { name: 'notify', max: 4 })
const ring = await openKeyRing(VAULT_KEYS)
const notify = startNotify({ sql, ring, logger: quiet, send, atOnce: 3, pollMs: 50 })
process.on('SIGTERM', () => void notify.stop().then(() => process.exit(0)))
process.send?.({ ready: true })

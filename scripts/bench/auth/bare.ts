import { type Argon2Parameters, argon2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { parseConfig } from '../../../core/config.ts'

/** The same parameters as app/auth/hash.ts. */
const parameters = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
const hash = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>

/**
 * The peers: the same framework with nothing behind it. A nonce that is kept nowhere, and a log-in that is one argon2id
 * and no more: what is above these is what our rules and stores cost.
 */
const app = new Hono()
  .post('/nonce', (c) => c.json({ nonce: randomBytes(16).toString('hex') }))
  .post('/login', async (c) => {
    const { password } = await c.req.json<{ password: string }>()
    const tag = await hash('argon2id', { ...parameters, message: password, nonce: randomBytes(16) })
    return c.json({ length: tag.length })
  })

const { PORT: port } = parseConfig(process.env, ['PORT'])
serve({ fetch: app.fetch, port, hostname: '127.0.0.1', overrideGlobalObjects: true }, () =>
  process.send?.({ ready: true }),
)

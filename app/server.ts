import { readFile } from 'node:fs/promises'
import { getRequestListener } from '@hono/node-server'
import { pino } from 'pino'
import { readKeys } from '../core/auth/token.ts'
import { parseConfig } from '../core/config.ts'
import { type Deployment, deploymentShape } from '../core/deployment.ts'
import { Final, isSnpdError } from '../core/errors.ts'
import { logOptions } from '../core/log.ts'
import { connect, ping } from '../db/client.ts'
import { createApi } from './api/app.ts'
import { limit } from './auth/limit.ts'
import { createHandler } from './http/handler.ts'
import { close, listen, newServer } from './http/listen.ts'
import { startPages } from './http/pages.ts'

const names = [
  'APP_DATABASE_URL',
  'RPC_URL',
  'DEPLOYMENT',
  'PORT',
  'ORIGIN',
  'JWT_KEY',
  'CHALLENGE_SECONDS',
  'SNPD_DEMO',
  'NODE_ENV',
  'LOG_LEVEL',
] as const

async function readDeployment(file: string): Promise<Deployment> {
  try {
    return deploymentShape.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (cause) {
    throw new Final({
      code: 'config.invalid',
      message: 'The deployment file cannot be read.',
      fix: 'Check DEPLOYMENT, or deploy the contracts again: node scripts/deploy/main.ts',
      cause,
    })
  }
}

/** Builds every part from the environment and serves; what it returns takes all of it down again. */
async function start(): Promise<() => Promise<void>> {
  const config = parseConfig(process.env, names)
  const { PORT: port, ORIGIN, RPC_URL: rpcUrl, NODE_ENV } = config
  const origin = new URL(ORIGIN).origin
  const demo = config.SNPD_DEMO === '1'
  const development = NODE_ENV === 'development'
  const logger = pino(logOptions('web', config.LOG_LEVEL))
  const deployment = await readDeployment(config.DEPLOYMENT)
  const keys = await readKeys(config.JWT_KEY, origin)
  const sql = connect(config.APP_DATABASE_URL, { name: 'web' })
  await ping(sql)
  const api = createApi({
    sql,
    keys,
    origin,
    chain: { id: deployment.chain_id, token: deployment.karma, rpcUrl },
    demo,
    challengeSeconds: config.CHALLENGE_SECONDS,
    logger,
    now: () => new Date(),
    hashing: limit({ running: 2, waiting: 50 }),
  })
  const server = newServer((request, response) => handler(request, response))
  const pages = await startPages({ server, port, development })
  const handler = createHandler({
    origin,
    development,
    port,
    connect: demo ? [new URL(rpcUrl).origin] : [],
    api: getRequestListener(api.fetch, { overrideGlobalObjects: true }),
    pages: pages.handle,
  })
  await listen(server, port)
  logger.info({ port, origin }, 'web ready')
  return async () => {
    await close(server)
    await pages.close()
    await sql.end({ timeout: 2 })
  }
}

start().then(
  (stop) => {
    const end = () => void stop().finally(() => process.exit(0))
    for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, end)
    process.send?.({ ready: true })
  },
  (error: Error) => {
    const fix = isSnpdError(error) ? ` ${error.fix ?? ''}` : ''
    process.stderr.write(`${error.message}${fix}\n`)
    process.exit(1)
  },
)

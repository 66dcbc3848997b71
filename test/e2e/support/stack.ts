import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Stack = {
  /** Where the pages are: http://localhost:PORT */
  origin: string
  shopUrl: string
  rpcUrl: string
  /** The data folder of this SNPD. */
  data: string
  stop: () => Promise<void>
}

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** A port with three free ports after it: SNPD takes four in a row. */
async function freePorts(): Promise<number> {
  const listens = (port: number) =>
    new Promise<boolean>((resolve) => {
      const server = createServer()
      server.once('error', () => resolve(false))
      server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
    })
  for (;;) {
    const first = 20_000 + 4 * Math.floor(Math.random() * 5_000)
    const free = await Promise.all([0, 1, 2, 3].map((offset) => listens(first + offset)))
    if (free.every(Boolean)) return first
  }
}

async function untilReady(child: ChildProcess): Promise<void> {
  let output = ''
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString()
        if (/^ready http/m.test(output)) resolve()
      })
    child.once('exit', (code) =>
      reject(new Error(`npm start ended with ${code} before it was ready:\n${output}`)),
    )
  })
}

/** Starts everything `npm start` starts, on free ports and a new data folder. Flags are passed on. */
export async function startStack(...flags: string[]): Promise<Stack> {
  const data = mkdtempSync(join(tmpdir(), 'snpd-e2e-'))
  const port = await freePorts()
  const args = ['scripts/start.ts', '--port', String(port), '--data', join(data, 'snpd'), ...flags]
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await exited
    rmSync(data, { recursive: true, force: true })
  }
  await untilReady(child)
  const at = (offset: number) => `http://127.0.0.1:${port + offset}`
  return { origin: `http://localhost:${port}`, shopUrl: at(1), rpcUrl: at(2), data: join(data, 'snpd'), stop }
}

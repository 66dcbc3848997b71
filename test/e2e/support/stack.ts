import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePorts } from '../../../scripts/engines/ports.ts'

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

/** Starts everything `npm start` starts, on free ports and a new data folder, with these flags and settings of the environment. */
export async function startStack(flags: string[], settings: Record<string, string>): Promise<Stack> {
  const data = mkdtempSync(join(tmpdir(), 'snpd-e2e-'))
  const port = await freePorts(5)
  const args = ['scripts/start.ts', '--port', String(port), '--data', join(data, 'snpd'), ...flags]
  const env = { ...process.env, ...settings }
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
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

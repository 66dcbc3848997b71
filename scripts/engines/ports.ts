import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { Final } from '../../core/errors.ts'

async function tryListen(port: number): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}

/** A TCP port of 127.0.0.1 that nothing listens on right now. */
export async function freePort(): Promise<number> {
  return tryListen(0)
}

/** Below those that Linux and others give to connections that go out: they would take one before it is used. */
const OURS = { from: 15_000, to: 32_000 }

/** The first of `count` ports in a row of which none is listened on right now. */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = randomInt(OURS.from, OURS.to)
    const ports = Array.from({ length: count }, (_, index) => tryListen(first + index))
    const outcomes = await Promise.allSettled(ports)
    if (outcomes.every(({ status }) => status === 'fulfilled')) return first
  }
}

/** @throws Final `config.port-taken` when something listens on the port */
export async function requirePort(port: number, use: string): Promise<number> {
  return tryListen(port).catch((cause: NodeJS.ErrnoException) => {
    throw new Final({
      code: 'config.port-taken',
      message: `Port ${port} (${use}) cannot be used: ${cause.code === 'EADDRINUSE' ? 'another program listens on it' : cause.message}.`,
      fix: 'Stop that program, or start SNPD elsewhere with --port.',
      cause,
    })
  })
}

import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { type AddressInfo, connect } from 'node:net'
import { onTestFinished } from 'vitest'
import { openGuard } from '../../adapters/fetch/guarded.ts'
import { openResolver } from '../../adapters/fetch/resolve.ts'
import { startDns, type Zone } from './dns.ts'

/** An address of the internet, as the tests of the guard give their servers one. */
export const SHOP = '93.184.216.34'
export const OTHER = '93.184.216.35'

async function opened(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  onTestFinished(() => server.closeAllConnections())
  return (server.address() as AddressInfo).port
}

/** A real server on loopback; its port. */
export function serve(listener: RequestListener): Promise<number> {
  return opened(createServer(listener))
}

/** The same behind TLS. */
export function serveSecure(identity: { cert: string; key: string }, listener: RequestListener) {
  return opened(createSecure(identity, listener))
}

/**
 * A guard whose names are a real DNS server's and whose connections are real, except that an address of the internet
 * leads to the loopback port of `houses`. What else is dialled leads nowhere, and is written down like all.
 */
export async function openStreet(zone: Zone, houses: Record<string, number>, { loopback = false } = {}) {
  const dns = await startDns(zone)
  onTestFinished(dns.close)
  const dialled: string[] = []
  const dial = (address: string, port: number) => {
    dialled.push(`${address}:${port}`)
    return connect({ host: '127.0.0.1', port: houses[address] ?? (address === '127.0.0.1' ? port : 1) })
  }
  const resolve = openResolver({ servers: [dns.server] })
  return { fetch: openGuard({ loopback, resolve, dial }), ways: { resolve, dial }, dialled, asked: dns.asked }
}

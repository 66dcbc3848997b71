import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { connect as secure } from 'node:tls'
import { isAddress } from '../../core/url/address.ts'
import { plainHost } from '../../core/url/host.ts'

/** Opens a connection to an address, never to a name: what was checked is what is reached. */
export type Dial = (address: string, port: number) => Socket

export const dialDirectly: Dial = (host, port) => connect({ host, port })

type Dialling = { dial: Dial; signal: AbortSignal }

async function dialOne(address: string, port: number, { dial, signal }: Dialling): Promise<Socket> {
  const socket = dial(address, port)
  try {
    await once(socket, 'connect', { signal })
    return socket
  } catch (error) {
    socket.destroy()
    throw error
  }
}

/** TLS on an open connection, with the certificate asked for by the URL's name and not by the address. */
async function wrap(socket: Socket, host: string, signal: AbortSignal): Promise<Socket> {
  const servername = isAddress(host) ? '' : host
  const wrapped = secure({ socket, host, servername, rejectUnauthorized: true })
  try {
    await once(wrapped, 'secureConnect', { signal })
    return wrapped
  } catch (error) {
    wrapped.destroy()
    socket.destroy()
    throw error
  }
}

/** A connection to the first of the checked addresses that answers; what the last one said when none does. */
export async function dialFirst(url: URL, addresses: readonly string[], dialling: Dialling): Promise<Socket> {
  const isSecure = url.protocol === 'https:'
  const port = Number(url.port || (isSecure ? 443 : 80))
  let failure: unknown
  for (const address of addresses) {
    dialling.signal.throwIfAborted()
    try {
      const socket = await dialOne(address, port, dialling)
      return isSecure ? await wrap(socket, plainHost(url.hostname), dialling.signal) : socket
    } catch (error) {
      failure = error
    }
  }
  throw failure
}

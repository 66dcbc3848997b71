import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net'

/** NotificationResponse (PostgreSQL documentation 55.7): 'A', length, process id, channel, payload. */
const NOTIFICATION = 0x41
const HEADER = 5

/** Passes on whole messages of a server, but for notifications of some channels. */
function filter(isMuted: (channel: string) => boolean, pass: (bytes: Buffer) => void) {
  let rest = Buffer.alloc(0)
  return (piece: Buffer) => {
    rest = Buffer.concat([rest, piece])
    while (rest.length >= HEADER) {
      const end = 1 + rest.readInt32BE(1)
      if (rest.length < end) return
      const message = rest.subarray(0, end)
      rest = rest.subarray(end)
      const channel = message.toString('utf8', HEADER + 4, message.indexOf(0, HEADER + 4))
      if (message[0] !== NOTIFICATION || !isMuted(channel)) pass(message)
    }
  }
}

/**
 * A way to a database (without TLS) on which notifications of some channels are lost without anyone noticing.
 * @returns the URL by which it goes, and how to close it
 */
export async function deafTo(url: string, isMuted: (channel: string) => boolean) {
  const target = new URL(url)
  const open = new Set<Socket>()
  const listener = createServer((client) => {
    const server = dial(Number(target.port), target.hostname)
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
    client.pipe(server)
    server.on(
      'data',
      filter(isMuted, (bytes) => client.write(bytes)),
    )
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const way = new URL(url)
  way.hostname = '127.0.0.1'
  way.port = String((listener.address() as AddressInfo).port)
  const close = () => {
    listener.close()
    for (const socket of open) socket.destroy()
  }
  return { url: way.href, close }
}

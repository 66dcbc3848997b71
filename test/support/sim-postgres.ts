import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** What happens at one message of the client: nothing, or the connection is lost before or after the server has it. */
export type Cut = 'before' | 'after' | undefined
export type FaultyPostgres = {
  url: string
  /** Loses every connection. */
  cut: () => void
  /** Loses every connection and takes no more. */
  kill: () => void
}

function close(...sockets: Socket[]): void {
  for (const socket of sockets) socket.destroy()
}

function relay(client: Socket, server: Socket, onMessage: () => Cut): void {
  server.setNoDelay(true)
  client.setNoDelay(true)
  server.pipe(client)
  client.on('data', (chunk: Buffer) => {
    const cut = onMessage()
    if (cut === 'before') return close(client, server)
    if (cut === undefined) return void server.write(chunk)
    // The server may do what it was told, a commit too; nobody hears that it did.
    client.destroy()
    server.end(chunk)
  })
  for (const [one, other] of [
    [client, server],
    [server, client],
  ] as const) {
    one.on('error', () => other.destroy())
    one.on('close', () => other.destroySoon())
  }
}

/** A way to a Postgres that can break at any message: to the server, the death of its client. */
export async function startFaultyPostgres(
  databaseUrl: string,
  onMessage: () => Cut,
): Promise<FaultyPostgres> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  const listener = createServer((client) => {
    const server = connect(Number(target.port), target.hostname)
    for (const socket of [client, server]) {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    }
    relay(client, server, onMessage)
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((listener.address() as AddressInfo).port)
  const cut = () => close(...sockets)
  const kill = () => {
    listener.close()
    cut()
  }
  return { url: url.href, cut, kill }
}

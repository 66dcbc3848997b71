import { WebSocketServer } from 'ws'
import { parseConfig } from '../../../../core/config.ts'

/**
 * The peer: `ws` and nothing else. What it is told by its parent it says to all at once, with the moment of that put in where
 * ours says it.
 */
const { PORT: port } = parseConfig(process.env, ['PORT'])
const server = new WebSocketServer({ port, host: '127.0.0.1', perMessageDeflate: false, backlog: 5000 })
server.once('listening', () => process.send?.({ ready: true }))
process.on('message', (text: string) => {
  const said = text.replace(/"sent_at":"[^"]*"/, `"sent_at":"${new Date().toISOString()}"`)
  for (const client of server.clients) client.send(said)
})
process.on('SIGTERM', () => process.exit(0))

import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../scripts/engines/ports.ts'
import { createHandler } from './handler.ts'
import { close, listen, newServer } from './listen.ts'

test('a page learns from the server, not from the client, where the API is and for whom it asks', async () => {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const server = newServer(
    createHandler({
      origin,
      port,
      development: false,
      connect: [],
      api: (_, response) => void response.end(),
      pages: (request, response) => void response.end(JSON.stringify(request.headers)),
    }),
  )
  await listen(server, port)
  onTestFinished(() => close(server))
  const read = async (headers: Record<string, string>) => (await fetch(origin, { headers })).json()
  const lie = { 'x-snpd-origin': 'http://evil.example', 'x-snpd-address': '10.0.0.1' }
  const own = { 'x-snpd-origin': `http://127.0.0.1:${port}` }
  expect(await read(lie)).toMatchObject({ ...own, 'x-snpd-address': '127.0.0.1' })
  const proxied = await read({ ...lie, 'x-forwarded-for': '198.51.100.1, 203.0.113.9' })
  expect(proxied).toMatchObject({ ...own, 'x-snpd-address': '203.0.113.9' })
})

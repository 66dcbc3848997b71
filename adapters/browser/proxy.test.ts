import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { hostname } from 'node:os'
import type { Duplex } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { watchSleep } from './awake.ts'
import { startFenceProxy } from './proxy.ts'

async function startShop() {
  const server = createServer((_, response) => response.end('shop'))
  await new Promise<void>((resolve) => server.listen(0, resolve))
  onTestFinished(() => server.closeAllConnections())
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

async function proxyFor(...origins: string[]) {
  const proxy = await startFenceProxy({ origins })
  onTestFinished(proxy.close)
  return new URL(proxy.server)
}

/** Asks the proxy for a tunnel; 0 when it hangs up. */
function tunnel({ port }: URL, path: string): Promise<number> {
  return new Promise((resolve) => {
    const sent = request({ port, host: '127.0.0.1', method: 'CONNECT', path })
    sent.once('connect', (answer, socket) => {
      socket.destroy()
      resolve(answer.statusCode ?? 0)
    })
    sent.once('error', () => resolve(0)).end()
  })
}

function get({ port }: URL, path: string): Promise<number> {
  return new Promise((resolve) => {
    request({ port, host: '127.0.0.1', path }, (answer) => resolve(answer.resume().statusCode ?? 0))
      .once('error', () => resolve(0))
      .end()
  })
}

test('tunnels to the shop alone: another port, another name, another scheme are not the shop', async () => {
  const port = await startShop()
  const proxy = await proxyFor(`https://127.0.0.1:${port}`)
  expect(await tunnel(proxy, `127.0.0.1:${port}`)).toBe(200)
  for (const path of [`localhost:${port}`, `127.0.0.1:${port + 1}`, '127.0.0.1', 'x', ''])
    expect(await tunnel(proxy, path)).toBe(0)
})

test('passes plain requests on to the shop alone', async () => {
  const port = await startShop()
  const proxy = await proxyFor(`http://127.0.0.1:${port}`)
  expect(await get(proxy, `http://127.0.0.1:${port}/p`)).toBe(200)
  for (const path of [`http://localhost:${port}/p`, `ftp://127.0.0.1:${port}/`, '/p', 'http://'])
    expect(await get(proxy, path)).toBe(0)
})

test('a shop whose public name leads into a private network is not reached', async () => {
  const port = await startShop()
  // The one name with a private address that every machine has.
  const proxy = await proxyFor(`http://${hostname()}:${port}`, `https://${hostname()}:${port}`)
  expect(await get(proxy, `http://${hostname()}:${port}/p`)).toBe(0)
  expect(await tunnel(proxy, `${hostname()}:${port}`)).toBe(0)
})

test('nothing passes any more once the process has slept, neither anew nor in a tunnel that is open', async () => {
  const port = await startShop()
  let time = 0
  const proxy = await startFenceProxy(
    { origins: [`http://127.0.0.1:${port}`] },
    watchSleep(() => time),
  )
  onTestFinished(proxy.close)
  const url = new URL(proxy.server)
  time += 5_000
  expect(await get(url, `http://127.0.0.1:${port}/p`)).toBe(200)
  const open = await new Promise<Duplex>((resolve) => {
    request({ port: url.port, host: '127.0.0.1', method: 'CONNECT', path: `127.0.0.1:${port}` })
      .once('connect', (_, socket) => resolve(socket))
      .end()
  })
  time += 5_001
  open.write(`GET /p HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n\r\n`)
  let answer = ''
  for await (const part of open) answer += part
  expect(answer).toBe('')
  expect(await get(url, `http://127.0.0.1:${port}/p`)).toBe(0)
})

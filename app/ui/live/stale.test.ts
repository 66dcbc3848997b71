import { dehydrate, hydrate, QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { watchStale } from './stale.ts'

/** What a server read, as its page hands it over. */
async function readByServer(value: string) {
  const server = new QueryClient()
  await server.prefetchQuery({ queryKey: ['ledger', 'entries'], queryFn: () => value })
  return dehydrate(server)
}

/** A page that watches, and what the API answers it. */
function openPage(now = () => Date.now()) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: 10_000 } } })
  const asked: string[] = []
  const queryFn = () => {
    asked.push('entries')
    return 'new'
  }
  const show = () => {
    const observer = new QueryObserver(client, { queryKey: ['ledger', 'entries'], queryFn })
    return observer.subscribe(() => undefined)
  }
  return { client, stale: watchStale(client, now), asked, show }
}

const shown = (client: QueryClient) => client.getQueryData(['ledger', 'entries'])

test('an event makes what the page shows be fetched anew', async () => {
  const { client, stale, show } = openPage()
  hydrate(client, await readByServer('old'))
  const hide = show()
  stale.forget(['restocks'])
  expect(shown(client)).toBe('old')
  stale.forget(['ledger'])
  await vi.waitFor(() => expect(shown(client)).toBe('new'), { timeout: 60_000 })
  hide()
})

test('an event that comes before the page has taken over what the server read is not lost', async () => {
  const { client, stale, show } = openPage()
  const page = await readByServer('old')
  stale.forget(['ledger'])
  hydrate(client, page)
  const hide = show()
  await vi.waitFor(() => expect(shown(client)).toBe('new'), { timeout: 60_000 })
  hide()
})

test('without such an event, or long after it, what the server read is not asked for again', async () => {
  let time = 0
  const { client, stale, asked, show } = openPage(() => time)
  stale.forget(['restocks', 'ledger'])
  time = 60_001
  hydrate(client, await readByServer('old'))
  const hide = show()
  // Behind whatever a timer would have begun.
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect([shown(client), asked]).toEqual(['old', []])
  hide()
})

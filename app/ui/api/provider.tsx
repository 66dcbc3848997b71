'use client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Problem } from './problem.ts'

const retry = (count: number, error: unknown) =>
  count < 2 && !(error instanceof Problem && error.status >= 400 && error.status < 500)

/** Always: a try without a connection fails and says so, instead of waiting for one in silence. */
const networkMode = 'always'

const makeClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 10_000, retry, networkMode, refetchOnReconnect: true },
      mutations: { networkMode },
    },
  })

/** One cache per page load (and per request on the server). */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(makeClient)
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

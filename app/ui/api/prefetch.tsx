import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Getter } from './request.ts'
import { serverGet } from './server.ts'

type Props = {
  /** The queries this page shows; a failed one is asked again by the browser. */
  load: (client: QueryClient, get: Getter) => Promise<unknown>[]
  children: ReactNode
}

/** Fills the page's queries on the server, so that it reads without JavaScript. */
export async function Prefetch({ load, children }: Props) {
  const client = new QueryClient()
  await Promise.all(load(client, serverGet))
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>
}

import { Prefetch } from '../ui/api/prefetch.tsx'
import { ledgerQuery, purchasesQuery } from '../ui/api/queries.ts'
import { HomeView } from '../ui/home/home-view.tsx'

export default function HomePage() {
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(ledgerQuery(get)),
        client.prefetchQuery(purchasesQuery(get)),
      ]}
    >
      <HomeView />
    </Prefetch>
  )
}

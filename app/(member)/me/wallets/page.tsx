import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { confirmedQuery, walletsQuery } from '../../../ui/api/queries.ts'
import { SettingPage } from '../../../ui/member/setting-page.tsx'
import { Wallets } from '../../../ui/member/wallets.tsx'

export const metadata: Metadata = { title: 'Wallets' }

export default function WalletsPage() {
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(walletsQuery(get)),
        client.prefetchQuery(confirmedQuery(get)),
      ]}
    >
      <SettingPage
        here="/me/wallets"
        title="Wallets"
        intro="Karma lives in wallets. Link as many as you like; one of them is paid."
        why="Here you link wallets and choose which one is paid."
      >
        <Wallets />
      </SettingPage>
    </Prefetch>
  )
}

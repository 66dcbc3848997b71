import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { confirmedQuery, walletsQuery } from '../../../ui/api/queries.ts'
import { SettingPage } from '../../../ui/member/setting-page.tsx'
import { Wallets } from '../../../ui/member/wallets.tsx'
import { pageWords as words } from '../../../ui/messages/pages.ts'

export const metadata: Metadata = {
  get title() {
    return words.wallets
  },
}

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
        title={words.wallets}
        intro={words.karmaLivesInWallets}
        why={words.hereYouLinkWallets}
      >
        <Wallets />
      </SettingPage>
    </Prefetch>
  )
}

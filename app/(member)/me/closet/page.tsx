import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { SettingPage } from '../../../ui/member/setting-page.tsx'
import { closetWords } from '../../../ui/messages/en-trades.ts'
import { ClosetView } from '../../../ui/trade/closet-view.tsx'
import { closetQuery } from '../../../ui/trade/queries.ts'

export const metadata: Metadata = {
  get title() {
    return closetWords.closet
  },
}

export default function ClosetPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(closetQuery(get))]}>
      <SettingPage
        here="/me/closet"
        title={closetWords.closet}
        intro={closetWords.what}
        why={closetWords.why}
      >
        <ClosetView />
      </SettingPage>
    </Prefetch>
  )
}

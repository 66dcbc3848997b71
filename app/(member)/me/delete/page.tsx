import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { ledgerQuery, purchasesQuery } from '../../../ui/api/queries.ts'
import { Delete } from '../../../ui/member/delete.tsx'
import { SettingPage } from '../../../ui/member/setting-page.tsx'
import { pageWords as words } from '../../../ui/messages/pages.ts'

export const metadata: Metadata = {
  get title() {
    return words.deleteAccount
  },
}

export default function DeletePage() {
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(ledgerQuery(get)),
        client.prefetchQuery(purchasesQuery(get)),
      ]}
    >
      <SettingPage
        here="/me/delete"
        title={words.deleteWord}
        intro={words.leaveSnpdForGood}
        why={words.hereYouDeleteYour}
      >
        <Delete />
      </SettingPage>
    </Prefetch>
  )
}

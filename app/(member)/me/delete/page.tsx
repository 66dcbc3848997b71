import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { ledgerQuery, purchasesQuery } from '../../../ui/api/queries.ts'
import { Delete } from '../../../ui/member/delete.tsx'
import { SettingPage } from '../../../ui/member/setting-page.tsx'

export const metadata: Metadata = { title: 'Delete account' }

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
        title="Delete"
        intro="Leave SNPD for good."
        why="Here you delete your account."
      >
        <Delete />
      </SettingPage>
    </Prefetch>
  )
}

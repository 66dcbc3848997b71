import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { confirmedQuery } from '../../../ui/api/queries.ts'
import { Profile } from '../../../ui/member/profile.tsx'
import { SettingPage } from '../../../ui/member/setting-page.tsx'
import { pageWords as words } from '../../../ui/messages/pages.ts'

export const metadata: Metadata = {
  get title() {
    return words.profile
  },
}

export default function ProfilePage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(confirmedQuery(get))]}>
      <SettingPage
        here="/me/profile"
        title={words.profile}
        intro={words.whoYouAreTo}
        why={words.hereYouChooseYour}
      >
        <Profile />
      </SettingPage>
    </Prefetch>
  )
}

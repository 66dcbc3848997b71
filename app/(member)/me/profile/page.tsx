import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { confirmedQuery } from '../../../ui/api/queries.ts'
import { Profile } from '../../../ui/member/profile.tsx'
import { SettingPage } from '../../../ui/member/setting-page.tsx'

export const metadata: Metadata = { title: 'Profile' }

export default function ProfilePage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(confirmedQuery(get))]}>
      <SettingPage
        here="/me/profile"
        title="Profile"
        intro="Who you are to others, and to the shops."
        why="Here you choose your name and email."
      >
        <Profile />
      </SettingPage>
    </Prefetch>
  )
}

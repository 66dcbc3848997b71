import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { sessionsQuery } from '../../../ui/api/queries.ts'
import { Sessions } from '../../../ui/member/sessions.tsx'
import { SettingPage } from '../../../ui/member/setting-page.tsx'

export const metadata: Metadata = { title: 'Sessions' }

export default function SessionsPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(sessionsQuery(get))]}>
      <SettingPage
        here="/me/sessions"
        title="Sessions"
        intro="Every browser and program that is signed in as you."
        why="Here you see where you are signed in."
      >
        <Sessions />
      </SettingPage>
    </Prefetch>
  )
}

import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { sessionsQuery } from '../../../ui/api/queries.ts'
import { Sessions } from '../../../ui/member/sessions.tsx'
import { SettingPage } from '../../../ui/member/setting-page.tsx'
import { pageWords as words } from '../../../ui/messages/pages.ts'

export const metadata: Metadata = {
  get title() {
    return words.sessions
  },
}

export default function SessionsPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(sessionsQuery(get))]}>
      <SettingPage
        here="/me/sessions"
        title={words.sessions}
        intro={words.everyBrowserAndProgram}
        why={words.hereYouSeeWhere2}
      >
        <Sessions />
      </SettingPage>
    </Prefetch>
  )
}

import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { notificationsQuery } from '../../../ui/api/queries.ts'
import { Notifications } from '../../../ui/member/notifications.tsx'
import { SettingPage } from '../../../ui/member/setting-page.tsx'

export const metadata: Metadata = { title: 'Alerts' }

export default function NotificationsPage() {
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(notificationsQuery(get))]}>
      <SettingPage
        here="/me/notifications"
        title="Alerts"
        intro="What you want to hear of, in which sizes, and when not."
        why="Here you choose what you hear of."
      >
        <Notifications />
      </SettingPage>
    </Prefetch>
  )
}

import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { notificationsQuery, sneakersQuery, storesQuery } from '../../../ui/api/queries.ts'
import { AddChannel } from '../../../ui/channel/add-channel.tsx'
import { Channels } from '../../../ui/channel/channels.tsx'
import { PushSwitch } from '../../../ui/channel/push-switch.tsx'
import { FollowForm } from '../../../ui/follow/follow-form.tsx'
import { citiesQuery } from '../../../ui/leaderboard/cities.ts'
import { Notifications } from '../../../ui/member/notifications.tsx'
import { Part } from '../../../ui/member/part.tsx'
import { SettingPage } from '../../../ui/member/setting-page.tsx'

export const metadata: Metadata = { title: 'Alerts' }

const HERE = '/me/notifications'

export default function NotificationsPage() {
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(notificationsQuery(get)),
        client.prefetchQuery(sneakersQuery(get)),
        client.prefetchQuery(storesQuery(get)),
        client.prefetchQuery(citiesQuery(get)),
      ]}
    >
      <SettingPage
        here={HERE}
        title="Alerts"
        intro="What you want to hear of, where, and when not."
        why="Here you choose what you hear of."
      >
        <div>
          <Part id="push" title="This browser">
            <PushSwitch />
          </Part>
          <Part id="follows" title="What you follow">
            <FollowForm here={HERE} />
          </Part>
          <Part id="channels" title="Where alerts go">
            <Channels />
          </Part>
          <Part id="add" title="A webhook or Discord">
            <AddChannel />
          </Part>
          <Part id="when" title="Topics and hours">
            <Notifications />
          </Part>
        </div>
      </SettingPage>
    </Prefetch>
  )
}

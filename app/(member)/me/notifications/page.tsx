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
import { pageWords as words } from '../../../ui/messages/pages.ts'

export const metadata: Metadata = {
  get title() {
    return words.alerts
  },
}

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
      <SettingPage here={HERE} title={words.alerts} intro={words.whatYouWantTo} why={words.hereYouChooseWhat}>
        <div>
          <Part id="push" title={words.thisBrowser}>
            <PushSwitch />
          </Part>
          <Part id="follows" title={words.whatYouFollow}>
            <FollowForm here={HERE} />
          </Part>
          <Part id="channels" title={words.whereAlertsGo}>
            <Channels />
          </Part>
          <Part id="add" title={words.aWebhookOrDiscord}>
            <AddChannel />
          </Part>
          <Part id="when" title={words.topicsAndHours}>
            <Notifications />
          </Part>
        </div>
      </SettingPage>
    </Prefetch>
  )
}

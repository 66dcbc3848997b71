import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { SettingPage } from '../../../ui/member/setting-page.tsx'
import { ConductView } from '../../../ui/moderation/conduct-view.tsx'
import { blocksQuery, conductQuery } from '../../../ui/moderation/queries.ts'

export const metadata: Metadata = { title: 'Conduct' }

export default function ConductPage() {
  return (
    <Prefetch
      load={(client, get) => [
        client.prefetchQuery(conductQuery(get)),
        client.prefetchQuery(blocksQuery(get)),
      ]}
    >
      <SettingPage
        here="/me/conduct"
        title="Conduct"
        intro="What moderators decided about you, how to appeal, and whom you do not see."
        why="Here you see where you stand with the moderators."
      >
        <ConductView />
      </SettingPage>
    </Prefetch>
  )
}

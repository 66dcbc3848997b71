import type { Metadata } from 'next'
import { Prefetch } from '../../../ui/api/prefetch.tsx'
import { SettingPage } from '../../../ui/member/setting-page.tsx'
import { pageWords as words } from '../../../ui/messages/pages.ts'
import { ConductView } from '../../../ui/moderation/conduct-view.tsx'
import { blocksQuery, conductQuery } from '../../../ui/moderation/queries.ts'

export const metadata: Metadata = {
  get title() {
    return words.conduct
  },
}

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
        title={words.conduct}
        intro={words.whatModeratorsDecided}
        why={words.hereYouSeeWhere}
      >
        <ConductView />
      </SettingPage>
    </Prefetch>
  )
}

import type { Metadata } from 'next'
import { Export } from '../../../ui/member/export.tsx'
import { SettingPage } from '../../../ui/member/setting-page.tsx'
import { pageWords as words } from '../../../ui/messages/pages.ts'

export const metadata: Metadata = {
  get title() {
    return words.yourData
  },
}

export default function ExportPage() {
  return (
    <SettingPage
      here="/me/export"
      title={words.yourData}
      intro={words.everythingSnpdHoldsOf}
      why={words.hereYouDownloadAll}
    >
      <Export />
    </SettingPage>
  )
}

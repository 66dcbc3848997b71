import type { Metadata } from 'next'
import { Export } from '../../../ui/member/export.tsx'
import { SettingPage } from '../../../ui/member/setting-page.tsx'

export const metadata: Metadata = { title: 'Your data' }

export default function ExportPage() {
  return (
    <SettingPage
      here="/me/export"
      title="Your data"
      intro="Everything SNPD holds of you, in one file that other programs can read."
      why="Here you download all that SNPD holds of you."
    >
      <Export />
    </SettingPage>
  )
}

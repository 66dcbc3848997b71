import type { Metadata } from 'next'
import { Password } from '../../../ui/member/password.tsx'
import { SettingPage } from '../../../ui/member/setting-page.tsx'
import { pageWords as words } from '../../../ui/messages/pages.ts'

export const metadata: Metadata = {
  get title() {
    return words.password
  },
}

export default function PasswordPage() {
  return (
    <SettingPage
      here="/me/password"
      title={words.password}
      intro={words.aSecondWayIn}
      why={words.hereYouChooseA}
    >
      <Password />
    </SettingPage>
  )
}

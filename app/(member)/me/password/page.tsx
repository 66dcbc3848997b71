import type { Metadata } from 'next'
import { Password } from '../../../ui/member/password.tsx'
import { SettingPage } from '../../../ui/member/setting-page.tsx'

export const metadata: Metadata = { title: 'Password' }

export default function PasswordPage() {
  return (
    <SettingPage
      here="/me/password"
      title="Password"
      intro="A second way in, beside or instead of a wallet."
      why="Here you choose a password."
    >
      <Password />
    </SettingPage>
  )
}

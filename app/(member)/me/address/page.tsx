import type { Metadata } from 'next'
import { Address } from '../../../ui/member/address.tsx'
import { SettingPage } from '../../../ui/member/setting-page.tsx'
import { pageWords as words } from '../../../ui/messages/pages.ts'

export const metadata: Metadata = {
  get title() {
    return words.shipTo
  },
}

export default function AddressPage() {
  return (
    <SettingPage
      here="/me/address"
      title={words.shipTo}
      intro={words.keptEncryptedUnderA}
      why={words.hereYouKeepThe}
    >
      <Address />
    </SettingPage>
  )
}

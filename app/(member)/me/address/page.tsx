import type { Metadata } from 'next'
import { Address } from '../../../ui/member/address.tsx'
import { SettingPage } from '../../../ui/member/setting-page.tsx'

export const metadata: Metadata = { title: 'Ship to' }

export default function AddressPage() {
  return (
    <SettingPage
      here="/me/address"
      title="Ship to"
      intro="Kept encrypted under a key of your own. The assistant types it into a shop’s form, nobody else reads it."
      why="Here you keep the address that pairs are sent to."
    >
      <Address />
    </SettingPage>
  )
}

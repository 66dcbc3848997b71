import type { ReactNode } from 'react'
import { SettingsFrame } from '../../ui/member/settings-nav.tsx'

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return <SettingsFrame>{children}</SettingsFrame>
}

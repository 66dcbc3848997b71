import type { ReactNode } from 'react'
import { KarmaNav } from '../../ui/karma/karma-nav.tsx'

export default function KarmaLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-4">
      <KarmaNav />
      {children}
    </div>
  )
}

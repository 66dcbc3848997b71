import type { Metadata } from 'next'
import { tradeWords } from '../../../ui/messages/en-trades.ts'
import { PageHead } from '../../../ui/parts/page-head.tsx'
import { MembersOnly } from '../../../ui/session/members-only.tsx'
import { BeginView } from '../../../ui/trade/begin-view.tsx'

export const metadata: Metadata = {
  get title() {
    return tradeWords.begin
  },
}

type Props = { searchParams: Promise<{ with?: string | string[] }> }

export default async function NewTradePage({ searchParams }: Props) {
  const asked = (await searchParams).with
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHead title={tradeWords.begin}>{tradeWords.beginWhat}</PageHead>
      <MembersOnly here="/trades/new" why={tradeWords.why}>
        <BeginView partner={typeof asked === 'string' ? asked : ''} />
      </MembersOnly>
    </div>
  )
}

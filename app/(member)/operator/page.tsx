import type { Metadata } from 'next'
import { operatorWords } from '../../ui/messages/en-operator.ts'
import { OperatorView } from '../../ui/operator/operator-view.tsx'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { MembersOnly } from '../../ui/session/members-only.tsx'

export const metadata: Metadata = {
  get title() {
    return operatorWords.title
  },
}

export default function OperatorPage() {
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHead title={operatorWords.title}>{operatorWords.what}</PageHead>
      <MembersOnly here="/operator" why={operatorWords.why}>
        <OperatorView />
      </MembersOnly>
    </div>
  )
}

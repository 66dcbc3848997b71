import type { Metadata } from 'next'
import { pageWords as words } from '../../ui/messages/pages.ts'
import { PageHead } from '../../ui/parts/page-head.tsx'
import { nextPath } from '../../ui/session/next-path.ts'
import { WaysIn } from '../../ui/session/ways-in.tsx'

export const metadata: Metadata = {
  get title() {
    return words.signIn
  },
}

type Props = { searchParams: Promise<{ next?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams
  return (
    <div className="grid grid-cols-1 gap-6">
      <PageHead title={words.getIn}>{words.pickWhatYouHave}</PageHead>
      <WaysIn next={nextPath(Array.isArray(next) ? next[0] : next)} />
    </div>
  )
}

import type { Metadata } from 'next'
import Link from 'next/link'
import { Prefetch } from '../../../../ui/api/prefetch.tsx'
import { pageWords as words } from '../../../../ui/messages/pages.ts'
import { buttonClass } from '../../../../ui/parts/button.tsx'
import { PageHead } from '../../../../ui/parts/page-head.tsx'
import { ProofView } from '../../../../ui/raffle/proof-view.tsx'
import { proofQuery } from '../../../../ui/raffle/queries.ts'

export const metadata: Metadata = {
  get title() {
    return words.proofOfADraw
  },
}

type Props = { params: Promise<{ id: string }> }

export default async function ProofPage({ params }: Props) {
  const { id } = await params
  return (
    <Prefetch load={(client, get) => [client.prefetchQuery(proofQuery(get, id))]}>
      <div className="grid max-w-3xl grid-cols-1 gap-6">
        <PageHead
          title={words.theProof}
          action={
            <Link href={`/raffles/${encodeURIComponent(id)}`} className={buttonClass('plain')}>
              {words.theRaffle}
            </Link>
          }
        >
          {words.theDrawOfRaffle} {id}
          {words.doneAgainByYour}
        </PageHead>
        <ProofView id={id} />
      </div>
    </Prefetch>
  )
}

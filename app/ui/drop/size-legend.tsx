import Link from 'next/link'
import { words } from '../messages/drop/size-legend.ts'
import { type SizeMark, sizeMarks } from '../parts/size-grid.tsx'

const meanings: Record<SizeMark, string> = {
  get in() {
    return words.seenOnAShelf
  },
  get out() {
    return words.yourOwnCheckoutFound
  },
  get preorder() {
    return words.soldNowSentLater
  },
  get unknown() {
    return words.noConfirmedReportToday
  },
}

const order = ['in', 'out', 'preorder', 'unknown'] as const

/** What the marks of a size run say; only those that are on it. */
export function SizeLegend({ marks }: { marks: readonly SizeMark[] }) {
  return (
    <div className="mt-3 grid gap-1 text-sm text-muted">
      <dl className="grid grid-cols-[auto_1fr] gap-x-2 gap-y-1">
        {order
          .filter((mark) => marks.includes(mark))
          .map((mark) => (
            <div key={mark} className="col-span-2 grid grid-cols-subgrid">
              <dt className="figures whitespace-nowrap font-semibold text-fg">
                <span aria-hidden>{sizeMarks[mark].mark}</span> {sizeMarks[mark].word}
              </dt>
              <dd>{meanings[mark]}</dd>
            </div>
          ))}
      </dl>
      <p>
        {words.sawThisPairIn}{' '}
        <Link
          href="/restocks/report"
          prefetch={false}
          className="inline-flex min-h-11 items-center font-semibold text-fg underline underline-offset-4"
        >
          {words.sayWhichSize}
        </Link>
      </p>
    </div>
  )
}

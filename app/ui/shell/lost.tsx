import Link from 'next/link'
import { words } from '../messages/shell/lost.ts'
import { buttonClass } from '../parts/button.tsx'

/** No such page, drop or checkout. */
export function Lost() {
  return (
    <div className="grid justify-items-start gap-5">
      <p className="figures hatched w-full border border-rule py-10 text-center text-7xl font-extrabold">
        404
      </p>
      <h1 className="poster text-5xl sm:text-7xl">{words.soldOutOfPages}</h1>
      <p className="text-muted">{words.thereIsNothingAt}</p>
      <Link href="/restocks" className={buttonClass('go', 'large')}>
        {words.seeTheRestocks}
      </Link>
    </div>
  )
}

import Link from 'next/link'
import { tabClass } from './tab.ts'

type Props = { href: string; current: boolean; children: string }

/** A way to see a list; where one scrolled to stays. */
export function TabLink({ href, current, children }: Props) {
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      aria-current={current ? 'page' : undefined}
      className={tabClass}
    >
      {children}
    </Link>
  )
}

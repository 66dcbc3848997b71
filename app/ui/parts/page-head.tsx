import type { ReactNode } from 'react'

type Props = { title: string; children?: ReactNode; action?: ReactNode }

/** A page's poster line, one sentence under it, and at most one action. */
export function PageHead({ title, children, action }: Props) {
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4 border-b border-rule pb-5">
      <div className="grid min-w-0 gap-3">
        <h1 className="poster wrap-anywhere text-[min(11.4vw,4.5rem)]">{title}</h1>
        {children && <p className="max-w-prose text-muted">{children}</p>}
      </div>
      {action}
    </div>
  )
}

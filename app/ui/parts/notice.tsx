import type { ReactNode } from 'react'
import { asProblem } from '../api/problem.ts'

/** What went wrong and what would make it right. */
export function ErrorNotice({ error, children }: { error: unknown; children?: ReactNode }) {
  const problem = asProblem(error)
  return (
    <div role="alert" lang={problem.lang} className="grid gap-2 border border-l-8 border-alarm p-4">
      <p className="font-semibold">
        <span aria-hidden className="mr-2 text-alarm">
          ✕
        </span>
        {problem.message}
      </p>
      {problem.fix && <p className="text-muted">{problem.fix}</p>}
      {children}
    </div>
  )
}

type EmptyProps = { title: string; children?: ReactNode }

/** Nothing here yet, and what to do about it. */
export function Empty({ title, children }: EmptyProps) {
  return (
    <div className="hatched border border-rule p-6 sm:p-10">
      <div className="grid max-w-prose justify-items-start gap-4 border border-rule bg-bg p-5">
        <p className="heading text-xl">{title}</p>
        {children}
      </div>
    </div>
  )
}

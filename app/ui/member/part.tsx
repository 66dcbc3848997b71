import type { ReactNode } from 'react'

/** One thing that can be set, under its name. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="grid gap-4 border-b border-rule py-6 first:pt-0 last:border-b-0">
      <h2 id={id} className="heading text-2xl">
        {title}
      </h2>
      <div className="max-w-xl">{children}</div>
    </section>
  )
}

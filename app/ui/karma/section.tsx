import { type ReactNode, useId } from 'react'

/** A part of a page under its heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="heading mb-2 border-b border-rule pb-2 text-2xl">
        {title}
      </h2>
      {children}
    </section>
  )
}

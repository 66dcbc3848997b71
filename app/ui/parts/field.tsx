import { type ComponentProps, type ReactNode, useId } from 'react'

const box =
  'w-full min-h-12 rounded-xs border border-edge bg-bg px-3 text-base text-fg placeholder:text-muted aria-invalid:border-alarm aria-invalid:border-2'

type Common = { label: string; hint?: string | undefined; error?: string | undefined; figures?: boolean }

function useNotes({ hint, error }: { hint?: string | undefined; error?: string | undefined }) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { id, described: described || undefined }
}

function Frame({ id, label, hint, error, children }: Common & { id: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-sm font-medium text-alarm">
          <span aria-hidden>✕ </span>
          {error}
        </p>
      )}
    </div>
  )
}

/** One line of text with its label, hint and error tied to it. */
export function Field({ label, hint, error, figures, ...input }: Common & ComponentProps<'input'>) {
  const { id, described } = useNotes({ hint, error })
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input
        {...input}
        id={id}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
        className={`${box} ${figures ? 'figures' : ''}`}
      />
    </Frame>
  )
}

/** A native select: the phone's own wheel is the best picker there is. */
export function Choice({ label, hint, error, figures: _, ...select }: Common & ComponentProps<'select'>) {
  const { id, described } = useNotes({ hint, error })
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <select
        {...select}
        id={id}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
        className={box}
      />
    </Frame>
  )
}

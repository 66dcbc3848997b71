import type { ComponentProps, MouseEvent } from 'react'

type Tone = 'go' | 'plain' | 'quiet' | 'alarm'

const tones: Record<Tone, string> = {
  go: 'bg-volt text-ink border-ink dark:border-volt hover:bg-ink hover:text-volt dark:hover:bg-paper dark:hover:border-paper dark:hover:text-ink',
  plain: 'border-rule dark:border-edge text-fg hover:bg-fg hover:text-bg',
  alarm: 'border-alarm text-alarm hover:bg-alarm hover:text-bg',
  quiet: 'border-transparent text-fg underline underline-offset-4 decoration-1 hover:decoration-2',
}

/** Class names of a button, for links that look like one. */
export function buttonClass(tone: Tone = 'plain', size: 'small' | 'large' = 'small'): string {
  const height = size === 'large' ? 'min-h-14 text-base' : 'min-h-11 text-sm'
  // A quiet button is a line of text: it aligns with the text around it.
  const sides = tone === 'quiet' ? '' : size === 'large' ? 'px-6' : 'px-4'
  return `inline-flex items-center justify-center gap-2 rounded-xs border heading text-center motion-safe:transition-colors motion-safe:duration-150 disabled:opacity-60 aria-disabled:opacity-60 ${height} ${sides} ${tones[tone]}`
}

type Props = ComponentProps<'button'> & {
  tone?: Tone
  size?: 'small' | 'large'
  /** Shown as working and not pressable; the name stays. */
  busy?: boolean
}

const ignore = (event: MouseEvent) => event.preventDefault()

/** A button says a verb; `go` is for the one thing to do now, `alarm` for what cannot be undone. */
export function Button({ tone, size, busy = false, className = '', children, onClick, ...rest }: Props) {
  // Busy is not `disabled`: that would throw the keyboard's place away in the middle of the work.
  return (
    <button
      type="button"
      {...rest}
      onClick={busy ? ignore : onClick}
      aria-disabled={busy || undefined}
      aria-busy={busy}
      className={`${buttonClass(tone, size)} ${className}`}
    >
      {busy && <span aria-hidden className="hexagon hex-pulse size-3 bg-current" />}
      {children}
    </button>
  )
}

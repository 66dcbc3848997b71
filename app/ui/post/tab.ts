/** One of the ways to see a feed; the one that is shown is marked. */
export const tabClass =
  'inline-flex min-h-11 items-center gap-2 border-b-4 border-transparent px-1 heading text-sm aria-[current=page]:border-fg aria-pressed:border-fg dark:aria-[current=page]:border-volt dark:aria-pressed:border-volt'

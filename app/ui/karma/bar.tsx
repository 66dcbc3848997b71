type Props = { name: string; told: string; part: number }

/** How much of something is used or reached; the words say it, the bar only draws it. `part`: 0 to 1 */
export function Bar({ name, told, part }: Props) {
  const percent = Math.round(Math.min(1, Math.max(0, part)) * 100)
  return (
    <div className="grid gap-1 border-b border-soft py-2.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span className="font-semibold">{name}</span>
        <span className="figures">{told}</span>
      </p>
      <svg
        aria-hidden
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        className="h-2 w-full border border-rule"
      >
        <rect width={percent} height="4" className="fill-fg dark:fill-volt" />
      </svg>
    </div>
  )
}

/** Hexagons while something is on its way. */
export function Waiting({ what }: { what: string }) {
  return (
    <div role="status" className="flex items-center gap-3 py-10 text-muted">
      <span aria-hidden className="flex gap-1">
        <span className="hexagon hex-pulse size-4 bg-fg" />
        <span className="hexagon hex-pulse size-4 bg-fg [animation-delay:200ms]" />
        <span className="hexagon hex-pulse size-4 bg-fg [animation-delay:400ms]" />
      </span>
      {what}
    </div>
  )
}

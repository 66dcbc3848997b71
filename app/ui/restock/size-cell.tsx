import { words } from '../messages/restock/size-cell.ts'

/** One size as a cell; volt while it can be met there. */
export function SizeCell({ size, live }: { size: string; live: boolean }) {
  return (
    <span
      className={`figures grid min-h-11 min-w-11 place-items-center rounded-xs border px-1 text-sm font-bold ${
        live ? 'border-ink bg-volt text-ink dark:border-volt' : 'border-rule'
      }`}
    >
      <span className="sr-only">{words.usSize} </span>
      {size || words.one}
    </span>
  )
}

import { words } from '../messages/karma/pretty.ts'

/** A JSON text laid out, folded away until it is asked for. */
export function Pretty({ json }: { json: string }) {
  return (
    <details className="mt-3">
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold underline underline-offset-4">
        {words.showIt}
      </summary>
      <pre className="figures whitespace-pre-wrap wrap-anywhere border border-rule p-3 text-xs">
        {JSON.stringify(JSON.parse(json), null, 2)}
      </pre>
    </details>
  )
}

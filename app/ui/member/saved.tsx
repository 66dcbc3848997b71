/** Says, also aloud, that it is done. */
export function Saved({ when, children = 'Saved' }: { when: boolean; children?: string }) {
  return (
    <p role="status" className="text-sm font-semibold">
      {when && `✓ ${children}`}
    </p>
  )
}

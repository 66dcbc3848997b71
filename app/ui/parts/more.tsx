'use client'
import { Button } from './button.tsx'
import { ErrorNotice } from './notice.tsx'

type Pages = {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  error: Error | null
  fetchNextPage: () => unknown
}

/** Under a list in pages: the way to the next one, while there is one. */
export function More({ pages, children }: { pages: Pages; children: string }) {
  if (!pages.hasNextPage) return null
  return (
    <div className="grid justify-items-start gap-3 pt-4">
      {pages.isFetchNextPageError && <ErrorNotice error={pages.error} />}
      <Button busy={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
        {children}
      </Button>
    </div>
  )
}

'use client'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Post } from '../../../core/post/shape.ts'
import { actWords } from '../messages/post/acts.ts'
import { Waiting } from '../parts/waiting.tsx'

// Few open them: their code comes with the first press.
const OwnMenu = lazy(() => import('./own-menu.tsx').then((module) => ({ default: module.OwnMenu })))
const OthersMenu = lazy(() => import('./others-menu.tsx').then((module) => ({ default: module.OthersMenu })))

/** What is rarely done with a post, behind one word. */
export function PostMore({ post }: { post: Post }) {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDetailsElement>(null)
  // It opens without us, before the page is alive.
  useEffect(() => setOpen(box.current?.open ?? false), [])
  return (
    <details ref={box} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="inline-flex min-h-8 items-center text-sm text-muted underline underline-offset-4">
        {post.mine.author ? actWords.moreOwn : actWords.moreOthers}
      </summary>
      {isOpen && (
        <div className="grid gap-4 border-l-2 border-rule py-2 pl-4">
          <Suspense fallback={<Waiting what={actWords.loadingMenu} />}>
            {post.mine.author ? <OwnMenu post={post} /> : <OthersMenu post={post} />}
          </Suspense>
        </div>
      )}
    </details>
  )
}

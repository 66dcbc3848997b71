'use client'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { Post } from '../../../core/post/shape.ts'
import { postWords } from '../messages/en-posts.ts'
import { Waiting } from '../parts/waiting.tsx'

const loading = () => <Waiting what="Loading" />
// Few open them: their code comes with the first press.
const OwnMenu = dynamic(() => import('./own-menu.tsx').then((module) => module.OwnMenu), { loading })
const OthersMenu = dynamic(() => import('./others-menu.tsx').then((module) => module.OthersMenu), { loading })

/** What is rarely done with a post, behind one word. */
export function PostMore({ post }: { post: Post }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="inline-flex min-h-8 items-center text-sm text-muted underline underline-offset-4">
        {post.mine.author ? postWords.moreOwn : postWords.moreOthers}
      </summary>
      {isOpen && (
        <div className="grid gap-4 border-l-2 border-rule py-2 pl-4">
          {post.mine.author ? <OwnMenu post={post} /> : <OthersMenu post={post} />}
        </div>
      )}
    </details>
  )
}

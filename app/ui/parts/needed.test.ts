import { createElement, Suspense } from 'react'
import { renderToReadableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import { needed } from './needed.tsx'

test('a page whose part cannot be had says so in its place, and what to do', async () => {
  const Part = needed(() => Promise.reject(new Error('ChunkLoadError')))
  const page = createElement('main', null, 'Words', createElement(Suspense, null, createElement(Part)))
  const stream = await renderToReadableStream(page)
  await stream.allReady
  const text = (await new Response(stream).text()).replace(/<[^>]*>/g, '')
  expect(text).toMatch(/^Words/)
  expect(text).toContain('SNPD did not answer.')
  expect(text).toContain('Reload the page')
})

'use client'
import type { FormEvent, RefObject } from 'react'
import type { Hand } from '../../../../core/live/hand.ts'
import { words } from '../../messages/checkout/writing.ts'
import { Button } from '../../parts/button.tsx'
import { Field } from '../../parts/field.tsx'
import { handsOfText, type Size } from './place.ts'

type Props = {
  input: RefObject<HTMLInputElement | null>
  hand: (...hands: Hand[]) => void
  size: Size | null
}

const press = (key: Extract<Hand, { kind: 'key' }>['key'], shift = false): Hand => ({
  kind: 'key',
  key,
  shift,
})

/** How far one press scrolls, of the page's height. */
const STEP = 0.6

function scroll({ width, height }: Size, way: 1 | -1): Hand {
  return { kind: 'wheel', x: width / 2, y: height / 2, dx: 0, dy: way * height * STEP }
}

/** For telephones and for whoever uses no mouse: a line to write into the page with, and its keys as buttons. */
export function Writing({ input, hand, size }: Props) {
  const write = (event: FormEvent) => {
    event.preventDefault()
    if (!input.current) return
    hand(...handsOfText(input.current.value))
    input.current.value = ''
  }
  const keys: readonly [string, Hand | null][] = [
    [words.nextField, press('Tab')],
    [words.fieldBefore, press('Tab', true)],
    [words.enter, press('Enter')],
    [words.deleteWord, press('Backspace')],
    [words.scrollDown, size && scroll(size, 1)],
    [words.scrollUp, size && scroll(size, -1)],
  ]
  return (
    <form onSubmit={write} className="grid gap-3">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
        <Field
          ref={input}
          label={words.writeIntoThePage}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <Button type="submit" className="min-h-12">
          {words.write}
        </Button>
      </div>
      <div className="flex flex-wrap gap-2">
        {keys.map(([name, each]) => (
          <Button key={name} disabled={!each} onClick={() => each && hand(each)}>
            {name}
          </Button>
        ))}
      </div>
    </form>
  )
}

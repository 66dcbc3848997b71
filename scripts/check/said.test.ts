import { parseSync } from '@swc/core'
import { expect, test } from 'vitest'
import { readsWhileLoading, textsOf } from './said.ts'

const parse = (code: string) => parseSync(code, { syntax: 'typescript', tsx: true, target: 'es2024' })

test.each([
  ['<p>Sign in</p>', ['Sign in']],
  ['<p>\n  two\n  lines {x}</p>', ['two lines']],
  ['<img alt="A shoe" className="two words" />', ['A shoe']],
  ['<Row name="Earned" kind="line" />', ['Earned']],
  ["<p>{on ? 'Is on' : 'Off'}</p>", ['Is on', 'Off']],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code that is looked at
  ['<p title={`Row ${n}`}>{a && "Some words"}</p>', ['Row …', 'Some words']],
  ["<p>{words.signIn} · {n} {' '}</p>", []],
  ["<Link href='/a b'>{f('Some words')}</Link>", []],
])('%s says %j', (code, texts) => {
  expect(textsOf(parse(`const show = () => ${code}`))).toEqual(texts)
})

const imported = "import { words } from '../messages/a.ts'\n"

test.each([
  ['export const metadata = { title: words.title }', ['words']],
  ['export const metadata = { get title() { return words.title } }', []],
  ['const rows = [[1, words.one]] as const', ['words']],
  ['const rows = () => [[1, words.one]] as const', []],
  ['function Row() { return <p>{words.one}</p> }', []],
  ['const row = <p>{words.one}</p>', ['words']],
  ['const names = Object.entries(words)', ['words']],
  ['const other = { words: 1 }.words', []],
])('%s reads %j as it is loaded', (code, names) => {
  expect(readsWhileLoading(parse(imported + code))).toEqual(names)
})

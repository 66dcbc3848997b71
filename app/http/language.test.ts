import { afterEach, expect, test } from 'vitest'
import { locale } from '../ui/messages/locale.ts'
import { choiceOf, languageOf, openLanguages } from './language.ts'

afterEach(() => {
  globalThis.snpdWords = undefined
})

test.each([
  [{}, 'en'],
  [{ 'accept-language': 'de' }, 'de'],
  [{ 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' }, 'de'],
  [{ 'accept-language': 'en-US,en;q=0.9,de;q=0.8' }, 'en'],
  [{ 'accept-language': 'fr,de;q=0.3,en;q=0.2' }, 'de'],
  [{ 'accept-language': 'de;q=0,en;q=0.1' }, 'en'],
  [{ 'accept-language': 'fr' }, 'en'],
  [{ 'accept-language': 'de', cookie: 'a=b; locale=en' }, 'en'],
  [{ 'accept-language': 'en', cookie: 'locale=de; a=b' }, 'de'],
  [{ 'accept-language': 'de', cookie: 'locale=xx' }, 'de'],
  [{ cookie: 'notlocale=de' }, 'en'],
])('who sends %o reads %s', (headers, language) => {
  expect(languageOf(headers)).toBe(language)
})

test('requests that run at once each have their own language, across waits', async () => {
  const run = openLanguages()
  const say = async (wait: number) => {
    const before = locale.lang
    await new Promise((resolve) => setTimeout(resolve, wait))
    return [before, locale.lang]
  }
  const said = await Promise.all([run('de', () => say(20)), run('en', () => say(5)), run('de', () => say(1))])
  expect(said).toEqual([
    ['de', 'de'],
    ['en', 'en'],
    ['de', 'de'],
  ])
  expect(locale.lang).toBe('en')
})

test.each([
  ['/language?locale=de&back=%2Fdrops%3Fpage%3D2', { language: 'de', back: '/drops?page=2' }],
  ['/language?locale=de', { language: 'de', back: '/' }],
  ['/language?locale=en&back=https://evil.example', { language: 'en', back: '/' }],
  ['/language?locale=en&back=//evil.example', { language: 'en', back: '/' }],
  ['/language?locale=en&back=/%5Cevil.example', { language: 'en', back: '/' }],
  ['/language?locale=en&back=/%0d%0aset-cookie:x', { language: 'en', back: '/' }],
  ['/language?locale=fr', undefined],
])('%s chooses %o', (url, choice) => {
  expect(choiceOf(url)).toEqual(choice)
})

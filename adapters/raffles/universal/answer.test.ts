import { expect, test } from 'vitest'
import type { Control } from '../../retailers/universal/dom.ts'
import type { Entrant } from '../adapter.ts'
import { textFor, wantedOf, writtenDate } from './answer.ts'
import type { Option, Question } from './questions.ts'
import { topicOfBox, topicOfChoice, topicOfField } from './topic.ts'

const address = { street: '12 Canal St', city: 'Portland', state: 'OR', zip_code: '97201', country: 'US' }
const kim: Entrant = {
  buyer: { ...address, name: 'Kim Rivera', email: 'kim@example.org', phone: '+15035550123' },
  ...{ size: '10', birthDate: '1998-04-30', instagram: 'kim.rivera', stores: ['Pearl District', 'Alberta'] },
  ...{ receive: 'store', answers: { 'colour of the tongue': 'Bone' } },
}
const nobody: Entrant = {
  buyer: { name: '', email: '', street: '', city: '', state: '', zip_code: '', country: '' },
  ...{ size: '', birthDate: null, instagram: null, stores: [], receive: null, answers: {} },
}

const control: Control = {
  ...{ id: 0, kind: 'field', type: '', name: '', hint: '', autocomplete: '', group: '', value: '', room: 0 },
  ...{ checked: false, disabled: false, required: false, form: 0, choices: [], href: '', chrome: false },
  ...{ struck: false, popup: false, dialog: false, list: -1 },
}
const named = (name: string) => ({ ...control, name })
const field = (title: string): Question => ({
  ...{ key: title, title, kind: 'text', required: true, form: 0, options: [], control: named(title) },
  topic: topicOfField(named(title), title),
})
const optionsOf = (labels: string[]): Option[] =>
  labels.map((label) => ({
    label,
    value: label,
    chosen: false,
    disabled: false,
    pick: async () => undefined,
  }))

test.each([
  ['Email address', 'kim@example.org'],
  ['First and last name', 'Kim Rivera'],
  ['Instagram name', 'kim.rivera'],
  ['Date of birth (DD.MM.YYYY)', '30.04.1998'],
  ['What is the colour of the tongue?', 'Bone'],
  ['Shoe size', '10'],
  ['Preferred store', 'Pearl District'],
  ['Your favourite player', ''],
])('"%s" is answered with "%s"', (title, answer) => {
  expect(textFor(kim, field(title), 'en')).toBe(answer)
  expect(textFor(nobody, field(title), 'en')).toBe('')
})

test.each([
  [{ type: 'date', hint: '', lang: '' }, '1998-04-30'],
  [{ type: 'text', hint: 'jj/mm/aaaa', lang: '' }, '30/04/1998'],
  [{ type: 'text', hint: 'MM-DD-YYYY', lang: 'de' }, '04-30-1998'],
  [{ type: 'text', hint: '', lang: 'de-AT' }, '30.04.1998'],
  [{ type: 'text', hint: '', lang: 'en-US' }, '04/30/1998'],
  // Nothing says whether the day or the month comes first: written so that it cannot be read wrongly.
  [{ type: 'text', hint: '', lang: 'en' }, '1998-04-30'],
])('a date of birth is written as the field wants it: %j', (wanted, written) => {
  expect(writtenDate('1998-04-30', wanted)).toBe(written)
})

const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')

test.each([
  ['Size', ['US 9', 'US 10', 'US 11'], 'US 10'],
  ['Store', ['Hollywood', 'Alberta', 'Pearl District'], 'Pearl District'],
  ['Store', ['Hollywood', 'Alberta'], 'Alberta'],
  ['How do you want it?', ['Ship to me', 'Pick up in store'], 'Pick up in store'],
  ['Geburtsdatum', months, 'April'],
  ['Country', ['Canada', 'United States'], 'United States'],
  ['May we send you our newsletter?', ['Yes', 'No'], 'No'],
  ['Favourite colour', ['Red', 'Blue'], undefined],
])('of "%s" %j it is %s', (title, labels, wanted) => {
  const topic = topicOfChoice(named(title), title, labels)
  const options = optionsOf(labels)
  const asked: Question = { ...field(title), topic, kind: 'one', options }
  const fits = wantedOf(kim, asked, options)
  expect(fits.map((each) => options.find(each)).find(Boolean)?.label).toBe(wanted)
  if (topic !== 'marketing') expect(wantedOf(nobody, asked, options)).toEqual([])
})

test.each([
  ['I accept the terms of this draw', 'terms'],
  ['I confirm that my details are correct', 'terms'],
  ['I am 18 or over and accept the terms', 'age'],
  ['Keep me posted about offers', 'marketing'],
  ['I accept the terms and want the newsletter', 'consent'],
  ['I work for the shop', 'other'],
])('the box "%s" asks for %s', (title, topic) => {
  expect(topicOfBox(title)).toBe(topic)
})

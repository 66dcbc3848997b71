'use client'
import { type FormEvent, useState } from 'react'
import type { Group, GroupAccess, GroupInput } from '../../../core/group/shape.ts'
import { asProblem } from '../api/problem.ts'
import { accessHints, accessWords, manageWords } from '../messages/en-groups.ts'
import { Button } from '../parts/button.tsx'
import { Choice, Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { TextBox } from '../post/text-box.tsx'
import { CityOptions, GateField } from './gate-field.tsx'

const accesses = () => Object.entries(accessWords) as [GroupAccess, string][]

type Draft = { name: string; about: string; access: GroupAccess; gate: string; city: string }

const empty: Draft = { name: '', about: '', access: 'open', gate: '', city: '' }
const draftOf = ({ name, about, access, gate, city }: Group): Draft => ({
  ...{ name, about, access },
  ...{ gate: gate?.text ?? '', city: city ?? '' },
})

const inputOf = ({ gate, city, ...draft }: Draft): GroupInput => ({
  ...draft,
  gate: draft.access === 'gate' ? gate : null,
  city: city || null,
})

type Props = {
  /** The group that is changed; none yet where one is founded. */
  group?: Group
  send: string
  busy: boolean
  error: unknown
  onSend: (input: GroupInput) => void
}

function AccessChoice({ value, onAccess }: { value: GroupAccess; onAccess: (access: GroupAccess) => void }) {
  return (
    <Choice
      label={manageWords.access}
      hint={accessHints[value]}
      value={value}
      onChange={({ target }) => onAccess(target.value as GroupAccess)}
    >
      {accesses().map(([access, name]) => (
        <option key={access} value={access}>
          {name}
        </option>
      ))}
    </Choice>
  )
}

/** What a group is called, is about, asks for, and where it is. */
export function GroupForm({ group, send, busy, error, onSend }: Props) {
  const [draft, setDraft] = useState(group ? draftOf(group) : empty)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const problem = error ? asProblem(error) : undefined
  const { name, about, gate } = problem?.fields ?? {}
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    onSend(inputOf(draft))
  }
  return (
    <form onSubmit={submit} className="grid max-w-2xl gap-6">
      <Field
        label={manageWords.name}
        error={name}
        value={draft.name}
        required
        minLength={3}
        maxLength={60}
        onChange={({ target }) => change({ name: target.value })}
      />
      <TextBox
        label={manageWords.about}
        rows={4}
        value={draft.about}
        onText={(text) => change({ about: text })}
        error={about}
      />
      <AccessChoice value={draft.access} onAccess={(access) => change({ access })} />
      {draft.access === 'gate' && (
        <GateField value={draft.gate} onGate={(text) => change({ gate: text })} error={gate} />
      )}
      <Choice
        label={manageWords.city}
        hint={manageWords.cityHint}
        value={draft.city}
        onChange={({ target }) => change({ city: target.value })}
      >
        <option value="">{manageWords.noCity}</option>
        <CityOptions />
      </Choice>
      {problem && !name && !about && !gate && <ErrorNotice error={problem} />}
      <Button type="submit" tone="go" size="large" busy={busy} className="sm:justify-self-start">
        {send}
      </Button>
    </form>
  )
}

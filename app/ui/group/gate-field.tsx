'use client'
import { useCities } from '../leaderboard/use-cities.ts'
import { groupWords, manageWords } from '../messages/en-groups.ts'
import { Button } from '../parts/button.tsx'
import { Choice, Field } from '../parts/field.tsx'
import { ErrorNotice } from '../parts/notice.tsx'
import { useTryGate } from './hooks.ts'

type Props = { value: string; onGate: (gate: string) => void; error: string | undefined }

/** Cities that have shops, to choose one. */
export function CityOptions() {
  const cities = useCities().data?.items ?? []
  return cities.map(({ cell, name }) => (
    <option key={cell} value={cell}>
      {name}
    </option>
  ))
}

/** A gate as its writer types it, and before it is kept, what it says and whether it would let them in. */
export function GateField({ value, onGate, error }: Props) {
  const trial = useTryGate()
  const addCity = (cell: string) => cell && onGate(`${value} ${value && 'and '}city ${cell}`.trim())
  return (
    <div className="grid gap-3">
      <Field
        label={manageWords.gate}
        hint={manageWords.gateHint}
        error={error}
        value={value}
        required
        maxLength={500}
        spellCheck={false}
        autoCapitalize="none"
        figures
        onChange={({ target }) => onGate(target.value)}
      />
      <Choice label={manageWords.gateCity} value="" onChange={({ target }) => addCity(target.value)}>
        <option value="">{manageWords.noCity}</option>
        <CityOptions />
      </Choice>
      <Button
        className="justify-self-start"
        busy={trial.isPending}
        onClick={() => trial.mutate(value)}
        disabled={value.trim() === ''}
      >
        {manageWords.tryGate}
      </Button>
      {trial.error && <ErrorNotice error={trial.error} />}
      {trial.data && (
        <p role="status" className="wrap-anywhere border-l-4 border-rule pl-3 text-sm">
          {manageWords.wouldAsk} <span lang="en">{trial.data.words}</span>.{' '}
          <strong>{trial.data.standing.open ? groupWords.isIn : groupWords.isOut}</strong>
        </p>
      )}
    </div>
  )
}

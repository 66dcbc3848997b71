import { type PostKind, postKinds } from '../../../core/post/kind.ts'
import { kindWords } from '../messages/en-posts.ts'
import { kindHints, writingWords } from '../messages/en-writing.ts'

const cell =
  'relative grid min-h-14 content-center rounded-xs border border-edge px-3 py-2 has-checked:border-fg has-checked:bg-volt has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-(--focus)'

type Props = { value: PostKind | undefined; onPick: (kind: PostKind) => void }

/** What kind of post it is, as cells. */
export function KindChoice({ value, onPick }: Props) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm font-semibold">{writingWords.kind}</legend>
      <div className="grid grid-cols-2 gap-1.5 sm:grid-cols-5">
        {postKinds.map((kind) => (
          <label key={kind} className={cell}>
            <input
              type="radio"
              name="kind"
              value={kind}
              required
              checked={value === kind}
              onChange={() => onPick(kind)}
              aria-label={kindWords[kind]}
              className="absolute inset-0 size-full cursor-pointer appearance-none outline-none"
            />
            <span className="heading">{kindWords[kind]}</span>
            <span className="text-sm">{kindHints[kind]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** A labelled list of named values to choose one from. */
import { listOf } from '../words.ts'

export function Choice<Name extends string>({
  label,
  names,
  chosen,
  onChoose,
}: {
  label: string
  names: Readonly<Record<Name, string>>
  chosen: Name
  onChoose: (name: Name) => void
}) {
  const list = listOf(names)
  const choose = (value: string) => {
    const name = list.find((known) => known === value)
    if (name !== undefined) onChoose(name)
  }
  return (
    <label class="field">
      <span>{label}</span>
      <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        {list.map((name) => (
          <option key={name} value={name}>
            {names[name]}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The same as buttons side by side, for a few values that are compared often. */
export function Switch<Name extends string>({
  label,
  names,
  chosen,
  onChoose,
}: {
  label: string
  names: Readonly<Record<Name, string>>
  chosen: Name
  onChoose: (name: Name) => void
}) {
  return (
    <fieldset class="switch">
      <legend>{label}</legend>
      <div class="switch-parts">
        {listOf(names).map((name) => (
          <button key={name} type="button" aria-pressed={name === chosen} onClick={() => onChoose(name)}>
            {names[name]}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

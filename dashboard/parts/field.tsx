/** A form field with its label, a hint, and what is wrong with it, all tied together for those who listen. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

/** What the input takes on so that label, hint and error belong to it. */
export type Ties = { id: string; 'aria-describedby': string; 'aria-invalid': boolean }

export function Field({
  label,
  hint,
  wrong,
  children,
}: {
  label: string
  hint?: ComponentChildren
  wrong?: string | undefined
  children: (ties: Ties) => ComponentChildren
}) {
  const id = useId()
  return (
    <div class="form-field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-hint`, 'aria-invalid': wrong !== undefined })}
      <p id={`${id}-hint`} class={wrong ? 'wrong' : 'quiet'}>
        {wrong ?? hint}
      </p>
    </div>
  )
}

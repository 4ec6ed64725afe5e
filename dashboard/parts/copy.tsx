/** Copies a text, and says so. */
import { useState } from 'preact/hooks'
import { say } from '../notices.ts'

export function CopyButton({ text, small = false }: { text: string; small?: boolean }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      setTimeout(() => setCopied(false), 3000)
    } catch {
      // Browsers refuse it on plain http except for localhost.
      say({
        text: 'Your browser does not let pages copy here. Please select the text and copy it yourself.',
        bad: true,
      })
    }
  }
  return (
    <button type="button" class={small ? 'small' : 'primary'} onClick={() => void copy()}>
      <span aria-live="polite">{copied ? 'Copied' : 'Copy'}</span>
    </button>
  )
}

/** The heading of a page, which also names the browser tab and takes the focus when the page changes. */
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'

export function Title({
  text,
  above,
  children,
}: {
  text: string
  above?: ComponentChildren
  children?: ComponentChildren
}) {
  useEffect(() => {
    document.title = `${text} · Leadtrail`
  }, [text])
  return (
    <div class="title">
      {above && <p class="title-above">{above}</p>}
      <h1 tabIndex={-1}>{text}</h1>
      {children}
    </div>
  )
}

/** A native modal dialog: the browser keeps the focus inside, Escape closes it, and what opened it gets the focus back. */
import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'

export function Dialog({
  title,
  kind = 'plain',
  onClose,
  children,
}: {
  title: string
  kind?: 'plain' | 'slip'
  onClose: () => void
  children: ComponentChildren
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  // Before the page is painted: nobody sees, or types into, a dialog that is there and not open yet.
  useLayoutEffect(() => {
    const opener = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    }
  }, [])
  const closeOutside = (click: MouseEvent) => {
    if (click.target === dialog.current) dialog.current?.close()
  }
  return (
    <dialog
      ref={dialog}
      class={`dialog dialog-${kind}`}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={closeOutside}
    >
      <div class="dialog-body">
        <header class="dialog-head">
          <h2 id={heading}>{title}</h2>
          <button type="button" class="plain" aria-label="Close" onClick={() => dialog.current?.close()}>
            ✕
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}

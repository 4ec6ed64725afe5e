/**
 * Plug-ins whose forms stand in the page. Their servers answer a refused form as they answer a good one, so that only
 * their own word tells: an event on the form or the document, with most of them one of jQuery's, which no listener of the
 * browser's hears and which may come late or not at all.
 */
import { listen, safely } from '../guard.ts'
import type { Tag } from '../tag.ts'

type Told = { readonly type: string; readonly target: Node }
type JQuery = (root: Document) => { on(types: string, hear: (told: Told, id?: unknown) => void): void }
type Page = { jQuery?: JQuery; gformRedirect?: unknown }

/** Forms that wait for the word of their plug-in. */
export const theirs =
  '.wpcf7-form,[target^=gform_],.wpforms-ajax-form,.elementor-form,[data-mautic-form],.hs-form,[class*=hsfc-]'

/**
 * Sources: Contact Form 7, "DOM events". Gravity Forms that sends into a frame, `gform_confirmation_loaded`;
 * where it sends the visitor on instead, it defines `gformRedirect` and renders once more. WPForms, wpforms.js
 * (`wpformsAjaxSubmitSuccess`). Elementor Pro, its form widget (`submit_success`).
 */
export function listenToPlugins({ heed, confirm }: Tag): void {
  const page = window as Page
  let bound: JQuery | undefined

  const hear = safely(({ type, target }: Told, id?: unknown) =>
    confirm(({ form }) =>
      // Gravity Forms speaks to the document, and names a form by its number; it has taken it off the page by then.
      target === document
        ? form.id === 'gform_' + id && (page.gformRedirect || type !== 'gform_post_render')
        : target.contains(form),
    ),
  )

  const bind = () => {
    const { jQuery } = page
    if (jQuery && jQuery !== bound)
      jQuery(document).on('gform_confirmation_loaded gform_post_render wpformsAjaxSubmitSuccess submit_success', hear)
    bound = jQuery
  }
  heed((form) => form.matches(theirs))
  listen(document, 'submit', bind)
  listen<Event & Told>(document, 'wpcf7mailsent', hear)
  bind()
}

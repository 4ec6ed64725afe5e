/**
 * Plug-ins whose forms stand in the page. Their servers answer a refused form as they answer a good one, so that only
 * their own word tells: an event on the form or the document, with most of them one of jQuery's, which no listener of the
 * browser's hears and which may come late or not at all.
 */
import { listen, safely } from '../guard.ts'
import type { Tag } from '../tag.ts'

type Told = { readonly type: string; readonly target: Element }
type JQuery = (root: Document) => { on(types: string, hear: (told: Told, id: unknown) => void): void }
type Submission = { readonly form: Element; readonly submissionResult: { readonly data: Record<string, unknown> } }
type Filters = { addFilter(name: string, hear: (submission: Submission) => Submission): void }
type Page = { jQuery?: JQuery; gform?: { utils?: Filters }; gformRedirect?: unknown }

const theirs = '.wpcf7-form,[id^=gform_],.wpforms-ajax-form,.elementor-form,[data-mautic-form],.hs-form,[class*=hsfc-]'

/**
 * Sources: Contact Form 7, "DOM events". Gravity Forms, `gform_confirmation_loaded` and `gform/ajax/post_ajax_submission`;
 * where it sends the visitor on instead, it defines `gformRedirect` and renders once more. WPForms, wpforms.js
 * (`wpformsAjaxSubmitSuccess`). Elementor Pro, its form widget (`submit_success`).
 */
export function listenToPlugins(tag: Tag): void {
  const page = window as Page
  const forms: Record<string, Element> = {}
  let query: JQuery | undefined
  let filters: Filters | undefined

  /** Throws where there is no form; none of the callers minds. */
  const sent = (target: Element | undefined) => {
    const element = target as Element
    tag.sent((element.closest('form') || element.querySelector('form')) as Element)
  }
  const hear = safely(({ type, target }: Told, id: unknown) => {
    if (!/^gf/.test(type)) sent(target)
    else if (page.gformRedirect || /ed$/.test(type)) sent(forms['gform_' + id])
  })
  const confirmed = safely(({ form, submissionResult: { data } }: Submission) => {
    if (data['confirmation_markup'] || data['confirmation_redirect']) sent(form)
  })

  const bind = safely(() => {
    // Gravity Forms names a form by its number, and has taken it off the page by then.
    Array.from(document.forms).forEach((form) => (forms[form.id] = form))
    const { jQuery, gform } = page
    if (jQuery && jQuery !== query)
      jQuery(document).on('gform_confirmation_loaded gform_post_render wpformsAjaxSubmitSuccess submit_success', hear)
    query = jQuery
    const utils = gform && gform.utils
    if (utils && utils !== filters)
      utils.addFilter('gform/ajax/post_ajax_submission', (submission) => {
        confirmed(submission)
        return submission
      })
    filters = utils
  })
  bind()
  tag.heed((form) => form.matches(theirs))
  listen(document, 'focusin submit', bind)
  listen(document, 'wpcf7mailsent', ({ target }) => sent(target as Element))
}

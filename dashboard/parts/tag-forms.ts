/** The tag in the forms that other systems need. */

/**
 * The tag as a script that builds it: Google Tag Manager makes its own script element of what is pasted and drops the
 * data attributes on the way.
 */
export function tagManagerForm(html: string): string {
  const opening = /<script\b([^>]*)>/.exec(html)?.[1] ?? ''
  const attributes = [...opening.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(
    ([, name = '', value = '']) => `  s.setAttribute(${quoted(name)}, ${quoted(unescaped(value))})`,
  )
  return [
    '<script>',
    '(function () {',
    "  var s = document.createElement('script')",
    ...attributes,
    '  document.head.appendChild(s)',
    '})()',
    '</script>',
  ].join('\n')
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const unescaped = (value: string): string =>
  value.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name) => entities[name] ?? whole)
// A `</script>` inside a text would end the script around it.
const quoted = (value: string): string => JSON.stringify(value).replaceAll('<', '\\u003C')

/**
 * What of an address may leave the page. The server reads campaign and click ids from it, so these stay, whether they stood
 * in the query or in the hash, and so do the routes of routers that live in the hash; every other parameter may be
 * somebody's, and goes, as do e-mail addresses in what is left.
 */
const telling = /^.((utm|mtm|pk)_\w+|ref|source|\w{1,4}clk?id|[gw]braid|gad_source|li_fat_id|epik|rdt_cid)=/i

/**
 * The address without what could be personal; nothing where it is none of the web or of an app. With `bare` campaigns go
 * too: what is left tells one page of the site from another.
 */
export function keptAddress(address: string, bare?: boolean): string | undefined {
  if (!/^(https?|\w+-app):/.test(address)) return undefined
  const [place = ''] = address.split(/[?#]/)
  const [route = ''] = address.match(/#!?\/[^?&#]*/) || []
  const kept = (address.match(/[?#&][^?#&]*/g) || [])
    .filter((part) => !bare && telling.test(part))
    .map((part) => part.slice(1))
  return withoutPeople((place + (kept[0] ? '?' + kept.join('&') : '') + route).slice(0, 4000))
}

/** Masks e-mail addresses. (Long numbers stay: campaigns and products have them.) */
export function withoutPeople(text: string): string {
  return text.replace(/[^\s/?&#=:;,@]{1,64}(@|%40)[^\s/?&#=:;,@%]+\.[a-z]{2,}/gi, '***')
}

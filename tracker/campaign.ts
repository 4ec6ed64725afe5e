/**
 * What of an address may leave the page. The server reads campaign and click ids from it, so these stay, whether they stood
 * in the query or in the hash; every other parameter may be somebody's, and goes, as do e-mail addresses in what is left.
 */

const telling =
  /^.((utm|mtm|pk)_\w+|ref|source|g(clid|braid|ad_source)|wbraid|dclid|msclkid|fbclid|li_fat_id|ttclid|twclid|yclid|epik|rdt_cid)=/i

/** The address without what could be personal; nothing where it is none of the web or of an app. */
export function keptAddress(address: string): string | undefined {
  if (!/^(https?|\w+-app):/.test(address)) return undefined
  const [place = ''] = address.split(/[?#]/)
  const kept = (address.match(/[?#&][^?#&]*/g) || []).filter((part) => telling.test(part)).map((part) => part.slice(1))
  return withoutPeople(place.slice(0, 2000) + (kept[0] ? '?' + kept.join('&').slice(0, 4000) : ''))
}

/** Masks e-mail addresses. (Long numbers stay: campaigns and products have them.) */
export function withoutPeople(text: string): string {
  return text.replace(/[^\s/?&#=:;,@]+(@|%40)[^\s/?&#=:;,@]+\.[a-z]{2,}/gi, '***')
}

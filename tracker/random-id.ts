/** Ids of events and visitors: 128 random bits, base64url, 22 characters. */

export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return btoa(String.fromCharCode(...bytes))
    .slice(0, 22)
    .replace(/\W/g, (sign) => (sign > '+' ? '_' : '-'))
}

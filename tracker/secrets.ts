/**
 * What never leaves the page (domain rule 11): a field whose name says that it is secret is left out, and what looks like
 * a card number, a bank account or a national id is masked wherever somebody typed it.
 */

/** Short words must stand alone: `pin` is one, `shipping` has none. Between two words there may be anything, or nothing. */
const secretWords =
  /(^|[^a-z])(pin|otp|hp|cpr|ssn|bsn|cc|cv[cv]|csc)([^a-z]|$)|iban|one.time|pass[wp]|(kode|sen|ss)ord|wachtw|adgangsk|pwd|secret|token|captcha|honey|gotcha|bot.?field|leave th|(card|kort|kaart|karten|konto|person).?n(o|r|um)|kredi|credit.?c|so[cz]ial.?[sv]|nal.?id|steuer|dselsn|reken/i

/** Whether a field with these words on it is nobody's business. */
export function isSecret(words: string): boolean {
  return secretWords.test(words)
}

/**
 * IBANs, Nordic national ids, and numbers of 14 digits and more: those of cards, in their usual groups or in one run. With a
 * 0 in front it is a telephone number. (No check digit is asked: what only looks like a card is no loss.)
 */
const secrets =
  /\b([A-Z]{2}\d\d( ?[A-Z\d]{4}){3,}( ?\w{1,3})?|\d{6,8}[-+]\d{4}|[1-9]\d{3}([ -]?)(\d{4}\4\d{4}\4\d{2,7}|\d{6}\4\d{5}))\b/g

/** The text with what is secret in it blanked out. */
export function masked(text: string): string {
  return text.replace(secrets, '***')
}

/**
 * What never leaves the page (domain rule 11): a field whose name says that it is secret is left out, and what looks like
 * a card number, a bank account or a national id is masked wherever somebody typed it.
 */

/** Short words must stand alone: `pin` is one, `shipping` has none. Between two words there may be anything, or nothing. */
const secretWords =
  /(^|[^a-z])(pin|otp|hp|cpr|ssn|bsn|cc|cv[cv]|csc)([^a-z]|$)|iban|one.time|pass[wp]|(kode|sen|ss)ord|wachtw|(adgang|engang|sikkerhed)sk|pr.e?fziff|kontrolcif|verif|pwd|secret\b|token|captcha|honey|gotcha|bot.?field|leave th|(card|kort|kaart|karten|konto|account|(^|[^t])person).?n(o|r|um\w*)([^a-z]|$)|kredi|credit.?c|so[cz]ial.?[sv]|nal.?id([^a-z]|$)|steuer|dselsn|rekening|burgers/i

/** Whether a field with these words on it is nobody's business. */
export function isSecret(words: string): boolean {
  return secretWords.test(words)
}

/**
 * What is called a national id, and what is written as one of the north; IBANs; and numbers of 14 digits and more: those of
 * cards, in their usual groups or in one run. With a 0 in front it is a telephone number. (No check digit is asked: what
 * only looks like a card is no loss.)
 */
const secrets =
  /\b((cpr|[fp]nr|bsn|ssn)\W*\d[\d -]{5,}|[A-Z]{2}\d\d( ?[A-Z\d]{4}){3,}( ?\w{1,3})?|(\d\d)?\d\d(0\d|1[0-2])\d\d[-+]\d{3,4}[A-Z]?|[1-9]\d{3}([ .-]?)(\d{4}\7\d{4}\7\d{2,7}|\d{6}\7\d{5}))\b/gi

/** The text with what is secret in it blanked out. */
export function masked(text: string): string {
  return text.replace(secrets, '***')
}

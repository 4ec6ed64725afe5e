/**
 * What never leaves the page (domain rule 11): a field whose name says that it is secret is left out, and what looks like
 * a card number, a bank account or a national id is masked wherever somebody typed it.
 */

const secretWords =
  /\b(pin|otp|tan|hp|cpr|ssn|bsn|cc|cv[cv]2?|csc|iban|bic|one time)\b|passw|pwd|secret|token|captcha|honey|gotcha|bot ?field|(card|kort|ka?art|karten|account|konto|person) ?n(o|r|um\w*)\b|kredi|credit ?c|rekening|so[cz]ial ?[sv]|(tion|son)al ?id|steuer|f.e?dselsn/

/** The words of a text: `yourEmail_2` → `your email 2`. */
export function wordsOf(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9à-ÿ]+/g, ' ')
}

/** Whether a field with these words on it is nobody's business. */
export function isSecret(words: string): boolean {
  return secretWords.test(words)
}

/** The text with card numbers, IBANs and Nordic national ids blanked out. */
export function masked(text: string): string {
  return text
    .replace(/\b[A-Z]{2}\d\d( ?[A-Z\d]{4}){3,7}( ?[A-Z\d]{1,3})?\b|\b(\d\d)?\d{6}[-+]\d{4}\b/g, '***')
    .replace(/\+?\d([ .-]?\d){13,18}/g, (found) => (/^[2-6]/.test(found) && isCard(found) ? '***' : found))
}

/** The Luhn check (ISO/IEC 7812-1, annex B). */
function isCard(number: string): boolean {
  const digits = number.replace(/\D/g, '').split('')
  return (
    digits.reduceRight(
      (sum, digit, place) => sum + Number((digits.length - place) % 2 ? digit : '0246813579'[+digit]),
      0,
    ) %
      10 ===
    0
  )
}

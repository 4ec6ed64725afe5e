/** What fields are taken to ask for: by what is stated, by hint, by words in six languages, and by what was written in them. */
import { describe, expect, it } from 'vitest'
import type { Answer } from '@leadtrail/shared/event'
import { fieldOf } from './field-type.ts'

const typeOf = (answer: Partial<Answer>) => fieldOf({ name: 'x', value: 'x', ...answer }).type
/** Those of the labels that are not taken for the type. */
const missed = (type: string, labels: readonly string[]) => labels.filter((label) => typeOf({ label }) !== type)

describe('a type that is stated', () => {
  it.each(['email', 'phone', 'name', 'company', 'message', 'choice', 'number'] as const)('stands: %s', (type) => {
    expect(typeOf({ type, name: 'other', label: 'Budget', hint: 'textarea', value: 'jane@customer.example' })).toBe(
      type,
    )
  })

  it('is a text and holds an e-mail address: an e-mail', () => {
    expect(typeOf({ type: 'text', value: ' jane@customer.example ' })).toBe('email')
    expect(typeOf({ type: 'text', label: 'E-mail', value: 'jane' })).toBe('text')
  })
})

describe('a hint', () => {
  it.each([
    ['email', 'email'],
    ['tel', 'phone'],
    ['select-one', 'choice'],
    ['select-multiple', 'choice'],
    ['radio', 'choice'],
    ['checkbox', 'choice'],
    ['number', 'number'],
    ['textarea', 'message'],
    ['url', 'text'],
    ['date', 'text'],
    ['search', 'text'],
  ])('goes by the control: %s', (hint, type) => expect(typeOf({ hint })).toBe(type))

  it.each([
    ['text given-name', 'name'],
    ['text family-name', 'name'],
    ['text name', 'name'],
    ['text section-a billing organization', 'company'],
    ['text work email', 'email'],
    ['tel tel-national', 'phone'],
    ['text organization-title', 'text'],
    ['text street-address', 'text'],
    ['textarea street-address', 'text'],
    ['text country-name', 'text'],
    ['text nickname', 'text'],
    ['tel tel-country-code', 'text'],
    ['tel work fax tel', 'text'],
    ['select-one country', 'choice'],
  ])('goes by the autocomplete tokens: %s', (hint, type) => expect(typeOf({ hint, label: 'Your e-mail' })).toBe(type))

  it.each(['text off', 'text on', 'text new-password', 'text username', 'text', ''])(
    'that says nothing leaves it to the words: %j',
    (hint) => expect(typeOf({ hint, label: 'Company' })).toBe('company'),
  )

  it('of a control weighs less than words where the control is often the wrong one', () => {
    expect(typeOf({ hint: 'tel', label: 'Postnummer', value: '8000' })).toBe('text')
    expect(typeOf({ hint: 'tel', label: 'CVR-nr.', value: '12345678' })).toBe('text')
    expect(typeOf({ hint: 'tel', label: 'Your number' })).toBe('phone')
    expect(typeOf({ hint: 'number', label: 'Mobilnummer', value: '12345678' })).toBe('phone')
    expect(typeOf({ hint: 'number', label: 'Employees', value: '12' })).toBe('number')
  })

  it('of a control says what words beside it may contradict', () => {
    expect(typeOf({ hint: 'textarea', label: 'Tell us about your company' })).toBe('message')
    expect(typeOf({ hint: 'textarea', label: 'Hva kan vi hjelpe deg med' })).toBe('message')
    expect(typeOf({ hint: 'checkbox', label: 'Newsletter by e-mail', value: 'yes' })).toBe('choice')
    expect(typeOf({ hint: 'select-one', label: 'Company size' })).toBe('choice')
  })
})

describe('labels', () => {
  it.each<[string, readonly string[]]>([
    [
      'email',
      [
        'E-mail', 'Your email', 'Email address *', 'Work e-mail (required)', 'Mail', 'E\u2011Mail', 'name@company.com',
        'E-mailadresse', 'Din mail', 'Arbejdsmail', 'E-post', 'E-postadresse', 'Epostadress', 'Mejl', 'E-Mail-Adresse',
        'Ihre Mailadresse', 'e-mailadres', 'Zakelijk e-mailadres', 'Confirm email', 'What is your e-mail address?',
      ],
    ],
    [
      'phone',
      [
        'Phone', 'Mobile phone', 'Telephone number', 'Contact number', 'Cell', 'WhatsApp', '+45 12 34 56 78',
        'Telefon', 'Tlf', 'Tlf.nr.', 'Mobil', 'Mobilnummer', 'Telefonnummer', 'Kontaktnummer', 'Mobiltelefon', 'Mobilnr.',
        'Telefoon', 'Telefoonnummer', 'Mobiel nummer', 'GSM', 'Rufnummer', 'Rückrufnummer', 'Handynummer', 'Tel.',
        'Company phone', 'Kontaktpersonens telefon', 'Contact No.', 'Contact no', 'Mobilfunknummer', 'Mobilfunk', 'Phone/Fax',
        'Tel / Fax', 'Telefon / Fax', 'Direct line', 'Direct number', 'Direkte nummer', 'Daytime number', 'Work number',
        'Home number', 'Call me on', 'Ring mig op på', '06-nummer', 'What number can we reach you on?',
        'Hvilket nummer kan vi ringe til dig på?', 'Unter welcher Nummer erreichen wir Sie?',
      ],
    ],
    [
      'company',
      [
        'Company', 'Company name', 'Your company', 'Organisation', 'Organization name', 'Business name', 'Employer',
        'Firma', 'Firmanavn', 'Virksomhed', 'Virksomhedens navn', 'Navn på virksomhed', 'Selskab', 'Bedrift', 'Bedriftsnavn',
        'Selskap', 'Foretak', 'Organisasjon', 'Företag', 'Fo\u0308retag', 'Företagsnamn', 'Bolag', 'Foretag', 'Bedrijf', 'Bedrijfsnaam',
        'Organisatie', 'Naam bedrijf', 'Onderneming', 'Firmenname', 'Unternehmen', 'Name des Unternehmens', 'Arbeitgeber',
        'Which company do you work for?', 'Hvor arbejder du?', 'Company or school', 'Company/Team', 'Company & job title', 'Firma/Ort',
      ],
    ],
    [
      'name',
      [
        'Name', 'Full name', 'First name', 'Last name', 'Surname', 'Your name*', 'Contact person', 'Company contact person',
        "What's your name?", 'Please enter your name', 'First',
        'Navn', 'Dit navn', 'Fornavn', 'Efternavn', 'For- og efternavn', 'Navn og efternavn', 'Kontaktperson', 'Hvad hedder du?', 'Etternavn',
        'Fullt navn', 'Mellomnavn', 'Förnamn', 'Fo\u0308rnamn', 'Efternamn', 'Namn', 'För- och efternamn',
        'Naam', 'Voornaam', 'Achternaam', 'Tussenvoegsel', 'Voor- en achternaam', 'Uw naam', 'Contactpersoon',
        'Vorname', 'Nachname', 'Vor- und Nachname', 'Ihr Name', 'Ansprechpartner', 'Ansprechpartner/in', 'Name, Vorname',
        'Name and title', 'Name & Position', 'Navn og stilling', 'Titel, Name', 'Name / Company',
      ],
    ],
    [
      'message',
      [
        'Message', 'Comments', 'Your question', 'How can we help you?', 'Tell us about your company', 'Notes',
        'Besked', 'Kommentar', 'Bemærkninger', 'Spørgsmål', 'Hvad kan vi hjælpe dig med?', 'Beskjed', 'Melding',
        'Hva kan vi hjelpe deg med', 'Spørsmål', 'Meddelande', 'Övrigt', 'Vad kan vi hjälpa dig med?', 'Bericht', 'Opmerkingen',
        'Uw vraag', 'Waarmee kunnen wij u helpen?', 'Nachricht', 'Ihre Nachricht an uns', 'Anmerkungen', 'Anfrage',
        'Wie können wir Ihnen helfen?', 'Beschreibung',
      ],
    ],
    [
      'text',
      [
        'Subject', 'Emne', 'E-Mail-Betreff', 'Product name', 'File name', 'Projektnavn', 'Street', 'Mailing address', 'Zip',
        'Budget', 'Website', 'https://company.com', 'www.firma.dk', 'Username', 'Brugernavn', 'Country name', 'Job title', 'Stilling',
        'Stilling i virksomheden', 'Company size', 'Virksomhedens størrelse', 'Firmaadresse', 'Unternehmensgröße', 'CVR-nummer',
        'Organisationsnummer', 'KvK-nummer', 'Antal ansatte i virksomheden', 'Immobilientyp', 'Automobilbranche', 'Maiden name', 'Postadresse',
        'Fax', 'Telefax', 'Anmeldung', 'Bestätigung', 'Kundennummer', 'Straßenname', 'Gatenavn', 'Afdeling', 'Promo code', 'お名前', '',
        'Project number', 'Order number', 'VAT number', 'Postnummer', 'House number', 'Number of employees', 'Fax number',
        'Street name and number', 'City, country', 'Name on card', "Friend's name", 'Hvordan hørte du om os (mail, firma …)?',
      ],
    ],
  ])('of %s are known in six languages', (type, labels) => expect(missed(type, labels)).toEqual([])) // prettier-ignore
})

describe('names', () => {
  it.each([
    ['CF7', 'your-name', 'name'],
    ['CF7', 'your-email', 'email'],
    ['CF7', 'your-tel', 'phone'],
    ['CF7', 'your-message', 'message'],
    ['CF7', 'your-subject', 'text'],
    ['Elementor', 'form_fields[email]', 'email'],
    ['Elementor', 'form_fields[name]', 'name'],
    ['Elementor', 'form_fields[field_3f2a1b]', 'text'],
    ['WPForms', 'wpforms[fields][1]', 'text'],
    ['WPForms', 'wpforms[fields][0][first]', 'name'],
    ['Gravity Forms', 'input_3', 'text'],
    ['HubSpot', 'firstname', 'name'],
    ['HubSpot', 'lastname', 'name'],
    ['HubSpot', 'mobilephone', 'phone'],
    ['HubSpot', 'jobtitle', 'text'],
    ['HubSpot', '0-1/email', 'email'],
    ['Mailchimp', 'FNAME', 'name'],
    ['Mautic', 'mauticform[f_name]', 'name'],
    ['Marketo', 'FirstName', 'name'],
    ['Salesforce', 'last_name', 'name'],
    ['Webflow', 'Email-2', 'email'],
    ['Fluent Forms', 'names[first_name]', 'name'],
    ['Forminator', 'phone-1', 'phone'],
    ['Joomla', 'jform[contact_message]', 'message'],
    ['TYPO3', 'tx_powermail_pi1[field][vorname]', 'name'],
    ['TYPO3', 'tx_powermail_pi1[field][stadtteil]', 'text'],
    ['Divi', 'et_pb_contact_name_0', 'name'],
    ['WordPress', 'author', 'name'],
    ['Rails', 'user[name]', 'name'],
    ['Rails', 'contact[company][name]', 'company'],
    ['Rails', 'company[city]', 'text'],
    ['Rails', 'enquiry[quantity]', 'text'],
    ['ASP.NET', 'ctl00$Main$txtEmail', 'email'],
    ['by hand', 'firstName', 'name'],
    ['by hand', 'emailaddress', 'email'],
    ['by hand', 'workEmail', 'email'],
    ['by hand', 'companyName', 'company'],
    ['by hand', 'user_name', 'text'],
    ['by hand', 'contact_no', 'phone'],
    ['by hand', 'contactNo', 'phone'],
    ['by hand', 'msisdn', 'phone'],
    ['by hand', 'msg', 'message'],
    ['by hand', 'body', 'message'],
    ['by hand', 'q', 'text'],
  ])('of %s: %s', (_, name, type) => expect(typeOf({ name })).toBe(type))

  it.each<[string, string, string]>([
    ['input_3', 'E-mail', 'email'],
    ['input_1.3', 'First', 'name'],
    ['your-subject', 'Firma', 'company'],
    ['your-name', 'Virksomhed', 'company'],
    ['company_name', 'Name', 'company'],
    ['user_name', 'Name', 'name'],
    ['email', 'Where may we send the prices for your company?', 'email'],
    ['q7', 'And what is the name of your company?', 'company'],
    ['message', 'Address', 'text'],
    ['phone', 'Number', 'phone'],
    ['company', 'Name / Company', 'company'],
  ])('and labels together: %s, "%s" is %s', (name, label, type) => expect(typeOf({ name, label })).toBe(type))
})

describe('the parts of a name', () => {
  it.each([
    [{ label: 'Fornavn' }, 'given'],
    [{ label: 'Nachname' }, 'family'],
    [{ label: 'Tussenvoegsel' }, 'infix'],
    [{ label: 'Vor- und Nachname' }, 'whole'],
    [{ label: 'Name', name: 'first_name' }, 'given'],
    [{ hint: 'text family-name', label: 'Name' }, 'family'],
    [{ type: 'name', name: 'last' }, 'family'],
    [{ type: 'name', name: 'f12' }, 'whole'],
    [{ label: 'Company' }, undefined],
  ] as const)('%j is %s', (answer, part) => {
    expect(fieldOf({ name: 'x', value: 'x', ...answer }).part).toBe(part)
  })
})

describe('the value', () => {
  it.each<[string, Partial<Answer>, string]>([
    ['an address in a field of text', { value: 'jane@customer.example' }, 'email'],
    ['an address where a name is asked for', { label: 'Name', value: 'jane@customer.example' }, 'email'],
    ['a number where an address is asked for', { label: 'E-mail or phone', value: '12 34 56 78' }, 'phone'],
    ['an address where either is asked for', { label: 'Phone or e-mail', value: 'jane@customer.example' }, 'email'],
    ['an address in a message', { hint: 'textarea', value: 'jane@customer.example' }, 'message'],
    ['an address in a message by its name', { name: 'message', value: 'jane@customer.example' }, 'message'],
    ['an address that is chosen', { hint: 'select-one', value: 'sales@customer.example' }, 'choice'],
    ['an address that is looked for', { hint: 'search', value: 'jane@customer.example' }, 'text'],
    ['a number in a field of text', { value: '12345678' }, 'text'],
    ['a number from abroad in a field of text', { value: '+45 12 34 56 78' }, 'phone'],
    ['a number from abroad in one that is stated a text', { type: 'text', value: '0045 12345678' }, 'phone'],
    ['a number from abroad among words', { value: 'call +45 12 34 56 78' }, 'text'],
    ['a number that is said to be of something else', { label: 'Order number', value: '0012345678' }, 'text'],
    ['a number of a fax', { label: 'Fax', value: '+45 12 34 56 78' }, 'text'],
    ['a text with an address', { value: 'write to jane@customer.example' }, 'text'],
    ['no address where one is asked for', { label: 'E-mail', value: 'jane@' }, 'email'],
  ])('%s', (_, answer, type) => expect(typeOf(answer)).toBe(type))
})

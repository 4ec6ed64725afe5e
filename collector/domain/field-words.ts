/**
 * The words by which a field's name or label tells what it asks for, in English, Danish, Norwegian, Swedish, Dutch and German.
 * Written for this project in 2026, taken from no other list. All is in plain letters (`å` is `a`, `ø` is `o`, `ß` is `ss`);
 * a star stands for any letters, so that compounds are one entry.
 */

/** A person's name comes whole or in parts. */
export type NamePart = 'given' | 'infix' | 'family' | 'whole'
/** What a text asks for. A mere `name` leaves open whose. */
export type Meaning = 'email' | 'phone' | 'company' | 'message' | 'text' | 'name' | NamePart

/** Tried in this order; the first list with a word in the text says what it means. */
export const meanings: readonly (readonly [Meaning, readonly string[]])[] = [
  // What they are asked to write freely, whatever it is about.
  [
    'message',
    [
      'tell us', 'how can we help', 'how may we help', 'what can we help', 'what can we do', 'describe your',
      'hvad kan vi', 'hvordan kan vi', 'fortael *', 'beskriv *',
      'hva kan vi', 'fortell *',
      'vad kan vi', 'hur kan vi', 'beratta *',
      'hoe kunnen we', 'hoe kunnen wij', 'waarmee kunnen *', 'waar kunnen *', 'vertel *',
      'wie konnen wir', 'wobei konnen wir', 'womit konnen wir', 'was konnen wir', 'erzahlen sie', 'beschreiben sie',
    ],
  ],
  // What mails have besides an address, and where somebody has heard of the site.
  [
    'text',
    [
      'subject', 'emne', 'amne', 'amnesrad', 'betreff', 'onderwerp', '*captcha*', 'how did you',
      'how have you',
      'hvordan horte', 'hvordan fandt', 'hvor horte', 'hvor fant', 'hur horde', 'hur hittade', 'wie haben sie',
      'hoe heeft u',
      'hoe heb je',
    ],
  ],
  [
    'email',
    [
      'mail', '*email*', 'mailadr*', 'mailaddr*', 'arbejdsmail*', 'jobmail*', 'jobbmail*', 'firmamail*', 'kontaktmail*',
      'privatmail*', 'mejl*', 'epost*', 'e post', 'e postadr*',
    ],
  ],
  [
    'phone',
    [
      'phone*', '*phone', '*phones', '*phonenumber', 'tel', 'telno', 'telnr', 'telnum*', 'cell', 'cellular',
      'mobile', 'mobileno', 'mobilenum*', 'whatsapp*', 'whats app', 'ph', 'best number', 'your number', 'number to reach',
      'contact number', 'contactnumber', 'contact no', 'contactno', 'contact nr', 'call back number', 'callback number',
      'direct line', 'direct number', 'direct no', 'daytime number', 'evening number', 'work number', 'home number',
      'call me on', 'call me at',
      'number can we reach', 'number can we call', 'number we can reach', 'number we can call',
      'number should we call', 'msisdn',
      '*telefon', '*telefonn*', 'telefoni', 'tlf*', '*tlf', 'mob', 'mobil', 'mobilen', 'mobilnr', 'mobilnum*',
      'mobiltel*',
      'ring til mig', 'ring mig op pa', 'ring mig pa', 'ring meg pa', 'direkte nummer', 'direktnummer',
      'nummer kan vi ringe', 'nummer kan vi na', 'nummer ma vi ringe', 'nummer skal vi ringe', 'kontakt nummer', 'kontakt nr',
      'mobilfunk*', 'dit nummer', 'ditt nummer', 'kontaktnummer', 'kontaktnr',
      '*telefoon', '*telefoonn*', 'mobiel', 'mobiele', 'mobielnummer', 'mobielnr', 'vast nummer', 'gsm', 'gsmnummer',
      'gsmnr',
      '*rufnummer', 'welcher nummer', 'welk nummer kunnen', 'welk nummer bent',
      'ihre nummer', 'uw nummer', 'je nummer', 'ruckruf*', 'handy', 'handynum*', 'handynr', 'festnetz*', 'natel',
    ],
  ],
  // Both halves of a name in one field stand before either half.
  [
    'whole',
    [
      'first and last name', 'first and last', 'first last name', 'first name last name', 'first name and last name',
      'name and surname',
      'name surname', 'last name first name', 'full name', 'fullname', 'your name', 'yourname', 'my name',
      'contact person', 'contact persons',
      'contactperson', 'contact name', 'contactname', 'name of contact', 'who are you',
      'for og efternavn', 'navn og efternavn', 'for efternavn', 'fornavn og efternavn', 'fornavn efternavn',
      'efternavn fornavn', 'fulde navn', 'hele navn', 'fuldt navn', 'dit navn',
      'kontaktperson*', 'kontaktnavn', 'hvad hedder du', 'hvad er dit navn',
      'for og etternavn', 'navn og etternavn', 'for etternavn', 'fornavn og etternavn', 'fornavn etternavn',
      'fullt navn', 'fullstendig navn', 'ditt navn',
      'hva heter du',
      'for och efternamn', 'namn och efternamn', 'for efternamn', 'fornamn och efternamn', 'fornamn efternamn',
      'fullstandigt namn', 'hela namnet', 'ditt namn',
      'kontaktnamn', 'vad heter du',
      'voor en achternaam', 'naam en achternaam', 'voor achternaam', 'voornaam en achternaam', 'voornaam achternaam',
      'volledige naam', 'uw naam', 'jouw naam',
      'je naam', 'contactpersoon', 'contactpersonen', 'contactnaam', 'naam en functie', 'hoe heet je', 'hoe heet u',
      'vor und nachname', 'name und vorname', 'vor nachname', 'vor und zuname', 'nachname vorname',
      'vorname und nachname', 'vorname nachname', 'vorname name', 'name vorname',
      'vollstandiger name', 'ihr name', 'dein name', 'ansprechpartner*', 'ansprechperson*', 'kontaktname',
      'wie heissen sie',
      'wie heisst du',
    ],
  ],
  [
    'given',
    [
      'first name', 'firstname', 'fname', 'f name', 'name first', 'given name', 'given names', 'first names',
      'voorletters', 'givenname', 'forename', 'forenames',
      'fornavn*', 'fornamn*', 'tilltalsnamn', 'voornaam', 'voornamen', 'roepnaam', 'vorname*',
    ],
  ],
  [
    'infix',
    ['middle name', 'middlename', 'mname', 'mellemnavn*', 'mellomnavn*', 'mellannamn', 'tussenvoegsel*', 'zwischenname'],
  ],
  [
    'family',
    [
      'last name', 'lastname', 'lname', 'l name', 'name last', 'surname', 'family name', 'familyname',
      'efternavn*', 'etternavn*', 'efternamn*', 'achternaam', 'familienaam', 'nachname*', 'familienname*', 'zuname*',
    ],
  ],
  // The machine with a phone's number, things that have a name, and what a company has besides its name.
  [
    'text',
    [
      'fax*', 'telefax*',
      'website', 'web site', 'url', 'homepage', 'domain*', 'hjemmeside*', 'webside', 'webadr*', 'webaddress',
      'nettside*',
      'nettsted', 'hemsida*', 'webbplats*', 'webseite*', 'internetseite', 'webadresse',
      '*address', '*adresse', '*adress', '*adres', 'street*', 'city', 'town', 'zip*', 'postal*', 'postcode*',
      'country*',
      'region', 'location', 'by', '*vejnavn', 'postnr', '*postnummer', 'land', 'gate*', 'gata', 'gatu*', 'poststed*',
      'ort', 'ortsname', 'stad', 'strasse*', 'plz', 'wohnort', 'straat*', 'plaats', 'woonplaats',
      '*title', 'titel', 'tittel', 'role', 'position', 'job', 'jobs', 'department*', 'stilling*', 'rolle', 'afdeling*',
      'avdeling*', 'avdelning*', 'befattning', 'roll', 'funktion', 'functie*', 'beruf', 'abteilung*', 'rol',
      '*size', '*storrelse', '*storlek', '*grosse', '*grootte', 'employees', '*ansatte', '*medarbejdere', '*anstallda',
      '*mitarbeiter', '*mitarbeiterzahl', '*medewerkers', 'antal', 'antall', 'anzahl', 'aantal', 'how many', 'revenue',
      '*omsaetning', '*omsetning', '*omsattning', '*umsatz', '*omzet', '*budget', '*budsjett',
      'type', '*type', '*typ', 'rechtsform', 'industry', '*branche', '*bransje', '*bransch', '*sector', '*sektor',
      'cvr*', 'vat', 'vatid', 'tax', 'moms*', 'mva*', 'btw*', 'ust*', 'kvk*', 'eori', 'orgnr', 'org nr', 'org no',
      'org nummer', 'orgnummer', 'org number', '*organisationsnummer', '*organisasjonsnummer', 'organization number',
      'organisation number', 'company number', 'company no', 'company id', 'company reg', 'organisation no',
      'organization no', 'company registration', 'registration number',
      'registration no', '*registernummer', '*firmennummer',
      'customer number', 'customer no', '*kundenummer', '*kundennummer', '*kundnummer', '*klantnummer', 'order number',
      'number of', 'age', 'alder', 'alter', 'leeftijd', 'birth*', 'date', 'dato', 'datum', 'logo',
      'username', 'user name', 'userid', 'login', 'brugernavn', 'brukernavn', 'anvandarnamn', 'benutzername',
      'gebruikersnaam', 'nickname', 'nick name', 'screen name', 'display name', 'alias', 'hostname', 'host name',
      'product*', 'produkt*', 'project*', 'projekt*', 'prosjekt*', 'event name', 'course name', 'kurs*', 'cursus*',
      'file*', 'filename', 'filnavn', 'filnamn', 'dateiname', 'bestandsnaam', 'page name', 'site name', 'campaign*',
      'kampagne*', 'kampanje*', 'kampanj*', 'team*', 'group name', 'class name', 'brand name', 'model name', 'pet name',
      'school*', 'skole*', 'skola*', 'schule*', 'hotel*', 'server name', 'app name', 'room name', 'account name',
      'card*', '*holder', '*inhaber', '*houder', 'friend*', 'spouse*', 'maiden name', 'dog s name', 'colleague*',
      'kollega*', 'kollege*', 'ven', 'venner',
      'coupon*', 'promo*', 'referral*', 'referred', 'recommended',
    ],
  ],
  [
    'company',
    [
      'company*', 'companies', '*company', 'organi*ation', 'organi*ations', 'organi*ationname', 'org', 'orgname',
      'firm',
      'firmname', 'business', 'businessname', 'employer', 'workplace', 'where do you work', 'who do you work for',
      'firma', 'firmaet', 'firmaets', 'firmanavn*', 'firmas', 'virksomhed*', 'selskab*', 'arbejdsgiver*',
      'arbejdsplads*',
      'organisationens', 'hvor arbejder du',
      'bedrift', 'bedriften*', 'bedrifts*', 'selskap*', 'foretak*', 'organisasjon*', 'arbeidsgiver*', 'arbeidsplass*',
      'hvor jobber du',
      'foretag*', 'bolag*', 'firmanamn*', 'organisationsnamn', 'arbetsgivare*', 'arbetsplats*', 'var arbetar du',
      'var jobbar du',
      'bedrijf*', 'bedrijven', 'onderneming*', 'organisatie*', 'firmanaam', 'handelsnaam', 'werkgever*', 'waar werk *',
      'unternehmen*', 'firmenname*', 'firmierung', 'organisationsname', 'betrieb', 'arbeitgeber*', 'wo arbeiten sie',
    ],
  ],
  [
    'name',
    [
      'name', 'names', 'realname', '*customername', '*clientname', 'personname', 'guestname', 'sendername', 'fromname',
      'txtname',
      'author', 'deltagernavn', 'deltakernavn', 'navn', 'navnet', 'kundenavn', 'namn', 'namnet', 'kundnamn', 'naam',
      'klantnaam', 'deelnemersnaam', 'teilnehmername', 'kundenname',
    ],
  ],
  [
    'message',
    [
      'message*', '*message', 'msg', 'comment*', 'note', 'notes', 'remark*', 'question*', 'inquiry', 'enquiry', 'description',
      'further details', 'additional information', 'feedback', 'what are you looking for', 'what is it about',
      'what do you need', 'anything else',
      'besked*', 'uddyb*', 'hvad drejer', 'hvad vedrorer', 'kommentar*', 'bemaerkning*', 'meddelelse*', 'henvendelse*',
      'sporgsmal*', 'foresporgsel*', 'beskrivelse*',
      'melding*', 'hva gjelder', 'beskjed*', 'merknad*', 'sporsmal*', 'foresporsel*',
      'meddelande*', 'arende', 'vad galler', 'fraga', 'fragor', 'forfragan', 'beskrivning*', 'ovrigt',
      'bericht*', 'opmerking*', 'waar gaat het', 'vraag', 'vragen', 'toelichting*', 'aanvraag', 'omschrijving',
      'nachricht*', 'worum geht es', 'mitteilung*', 'anmerkung*', 'bemerkung*', 'frage', 'fragen', 'anfrage*',
      'anliegen', 'beschreibung*',
      'ihre wunsche',
    ],
  ],
] // prettier-ignore

/** What a field means that bears this one word only. */
export const meaningAlone: ReadonlyMap<string, Meaning> = new Map([
  ['first', 'given'], ['given', 'given'], ['middle', 'infix'], ['last', 'family'], ['family', 'family'], ['att', 'name'],
  ['attn', 'name'], ['contact', 'name'], ['kontakt', 'name'],
  ['body', 'message'],
]) // prettier-ignore

/** Autocomplete tokens of the HTML standard ("autofill field name"); those of logins say nothing of what is asked. */
export const meaningOfToken: ReadonlyMap<string, Meaning> = new Map([
  ['email', 'email'],
  ['tel', 'phone'], ['tel-national', 'phone'], ['tel-local', 'phone'],
  ['name', 'whole'], ['given-name', 'given'], ['additional-name', 'infix'], ['family-name', 'family'],
  ['organization', 'company'],
  ...[
    'honorific-prefix', 'honorific-suffix', 'nickname', 'organization-title', 'tel-country-code', 'tel-area-code',
    'tel-local-prefix', 'tel-local-suffix', 'tel-extension', 'street-address', 'address-line1', 'address-line2',
    'address-line3', 'address-level1', 'address-level2', 'address-level3', 'address-level4', 'country', 'country-name',
    'postal-code', 'language', 'bday', 'bday-day', 'bday-month', 'bday-year', 'sex', 'url', 'photo', 'impp',
    'transaction-currency', 'transaction-amount', 'cc-name', 'cc-given-name', 'cc-additional-name', 'cc-family-name',
    'cc-number', 'cc-exp', 'cc-exp-month', 'cc-exp-year', 'cc-csc', 'cc-type', 'one-time-code',
  ].map((token) => [token, 'text'] as const),
]) // prettier-ignore

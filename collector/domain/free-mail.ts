/**
 * Free-mail providers: an address there names a person but no company (domain rules 5 and 7). A hand-kept list of the
 * widely used ones, written for this project in 2026 from the providers' own public names; international, Nordic, Dutch,
 * Belgian and German first, throw-away mailboxes last.
 */

const domains: ReadonlySet<string> = new Set([
  // international
  'gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'passport.com', 'yahoo.com',
  'ymail.com', 'rocketmail.com', 'myyahoo.com', 'icloud.com', 'me.com', 'mac.com', 'aol.com', 'aim.com', 'proton.me', 'pm.me',
  'protonmail.com', 'protonmail.ch', 'tutanota.com', 'tutanota.de', 'tutamail.com', 'tuta.com', 'tuta.io', 'keemail.me',
  'fastmail.com', 'fastmail.fm', 'hey.com', 'zoho.com', 'zohomail.com', 'zohomail.eu', 'yandex.com', 'yandex.ru',
  'ya.ru', 'mail.ru', 'bk.ru', 'inbox.ru', 'list.ru', 'rambler.ru', 'mail.com', 'email.com', 'usa.com', 'gmx.com',
  'gmx.us', 'inbox.com', 'inbox.lv', 'hushmail.com', 'mailfence.com', 'disroot.org', 'riseup.net', 'posteo.net', 'qq.com',
  '163.com', '126.com', 'yeah.net', 'sina.com', 'sohu.com', 'naver.com', 'hanmail.net', 'daum.net', 'rediffmail.com',
  'duck.com', 'privaterelay.appleid.com', 'mozmail.com', 'simplelogin.com', 'skiff.com', 'mailbox.org', 'runbox.com',
  // the big ones by country
  'outlook.dk', 'hotmail.dk', 'live.dk', 'yahoo.dk', 'hotmail.no', 'live.no', 'outlook.no', 'yahoo.no', 'hotmail.se',
  'live.se', 'outlook.se', 'yahoo.se', 'hotmail.fi', 'live.fi', 'hotmail.de', 'live.de', 'outlook.de', 'yahoo.de',
  'msn.de', 'hotmail.nl', 'live.nl', 'outlook.nl', 'yahoo.nl', 'msn.nl', 'hotmail.be', 'live.be', 'outlook.be', 'yahoo.be',
  'hotmail.co.uk', 'live.co.uk', 'outlook.co.uk', 'yahoo.co.uk', 'hotmail.fr', 'live.fr', 'outlook.fr', 'yahoo.fr',
  'hotmail.it', 'live.it', 'outlook.it', 'yahoo.it', 'hotmail.es', 'outlook.es', 'yahoo.es', 'outlook.at', 'yahoo.at',
  'hotmail.at', 'live.at', 'hotmail.ch', 'live.ch', 'yahoo.ca', 'live.ca', 'hotmail.ca', 'yahoo.com.au', 'live.com.au',
  'outlook.com.au', 'yahoo.com.br', 'yahoo.co.in', 'yahoo.in', 'yahoo.co.jp', 'yahoo.pl', 'yahoo.ie', 'outlook.ie', 'live.ie',
  // Denmark
  'mail.dk', 'jubii.dk', 'ofir.dk', 'sol.dk', 'stofanet.dk', 'tdcadsl.dk', 'tdcspace.dk', 'post.tele.dk', 'webspeed.dk',
  'get2net.dk', 'youmail.dk', 'youmail.com', 'privat.dk', 'city.dk', 'forum.dk', 'mail.tele.dk', 'adslhome.dk',
  'post1.tele.dk', 'post3.tele.dk', 'post4.tele.dk', 'post5.tele.dk', 'post6.tele.dk', 'post8.tele.dk', 'vip.cybercity.dk',
  'cybercity.dk', 'tiscali.dk', 'waoo.dk', 'fibermail.dk', 'profibermail.dk', 'energimail.dk', 'gvdnet.dk', 'dlgmail.dk',
  'c-mail.dk', 'elromail.dk', 'nal-net.dk', 'altiboxmail.dk', 'km-net.dk', 'mvb.net', 'jay.net', 'firkantnet.dk',
  // Norway
  'online.no', 'broadpark.no', 'getmail.no', 'lyse.net', 'altibox.no', 'start.no', 'frisurf.no', 'c2i.net', 'chello.no',
  'ebnett.no', 'epost.no', 'sensewave.com', 'tele2.no', 'haugnett.no', 'loqal.no', 'bkkfiber.no', 'enivest.net',
  'vikenfiber.no', 'ntebb.no', 'signal.no',
  // Sweden
  'telia.com', 'comhem.se', 'bredband.net', 'bredbandsbolaget.se', 'spray.se', 'passagen.se', 'tele2.se', 'glocalnet.net',
  'swipnet.se', 'home.se', 'bahnhof.se', 'tyfonmail.se', 'algonet.se', 'ownit.nu', 'bredband2.com', 'utfors.se',
  // Finland and Iceland
  'luukku.com', 'suomi24.fi', 'elisanet.fi', 'kolumbus.fi', 'saunalahti.fi', 'netti.fi', 'pp.inet.fi', 'welho.com',
  'dnainternet.net', 'sci.fi', 'nic.fi', 'mbnet.fi', 'simnet.is', 'internet.is', 'visir.is',
  // the Netherlands and Belgium
  'ziggo.nl', 'kpnmail.nl', 'kpnplanet.nl', 'planet.nl', 'hetnet.nl', 'home.nl', 'xs4all.nl', 'upcmail.nl', 'chello.nl',
  'casema.nl', 'quicknet.nl', 'zonnet.nl', 'tele2.nl', 'telfort.nl', 'telfortglasvezel.nl', 'versatel.nl', 'wxs.nl',
  'onsbrabantnet.nl', 'solcon.nl', 'caiway.nl', 'caiway.net', 'zeelandnet.nl', 'online.nl', 'freeler.nl', 'tiscali.nl',
  'euronet.nl', 'gmx.nl', 'ziggomail.com', 'freedom.nl', 'kliksafe.nl', 'telenet.be', 'skynet.be', 'proximus.be',
  'scarlet.be', 'voo.be', 'pandora.be', 'belgacom.net', 'tvcablenet.be',
  // Germany, Austria, Switzerland
  'gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch', 'gmx.li', 'gmx.org', 'gmx.info', 'gmx.eu', 'web.de', 'email.de', 't-online.de',
  'magenta.de', 'freenet.de', 'arcor.de', 'vodafone.de', 'vodafonemail.de', 'kabelmail.de', 'unitybox.de', 'unity-mail.de',
  'onlinehome.de', 'o2online.de', 'o2mail.de', 'alice.de', 'alice-dsl.net', 'hanse.net', 'netcologne.de', 'ewe.net',
  'ewetel.net', 'osnanet.de', 'htp-tel.de', 'posteo.de', 'lycos.de', 'aol.de', 'mail.de', 'mein.gmx', 'emailn.de',
  'smart-mail.de', 'versanet.de', 'tele2.de', 'teleos-web.de', 'kabelbw.de', 'compuserve.de', 'epost.de', 'nexgo.de',
  'aon.at', 'chello.at', 'a1.net', 'liwest.at', 'kabsi.at', 'inode.at', 'drei.at', 'bluewin.ch', 'sunrise.ch',
  'hispeed.ch', 'swissonline.ch', 'quickline.ch', 'bluemail.ch', 'freesurf.ch',
  // other neighbours
  'btinternet.com', 'btopenworld.com', 'sky.com', 'virginmedia.com', 'ntlworld.com', 'talktalk.net', 'blueyonder.co.uk',
  'tiscali.co.uk', 'eircom.net', 'orange.fr', 'wanadoo.fr', 'free.fr', 'sfr.fr', 'laposte.net', 'neuf.fr', 'bbox.fr',
  'numericable.fr', 'libero.it', 'virgilio.it', 'alice.it', 'tin.it', 'tiscali.it', 'email.it', 'fastwebnet.it',
  'telefonica.net', 'terra.es', 'ono.com', 'sapo.pt', 'wp.pl', 'o2.pl', 'onet.pl', 'onet.eu', 'op.pl', 'interia.pl',
  'interia.eu', 'gazeta.pl', 'vp.pl', 'poczta.onet.pl', 'tlen.pl', 'seznam.cz', 'email.cz', 'centrum.cz', 'post.cz',
  'atlas.cz', 'azet.sk', 'zoznam.sk', 'centrum.sk', 'freemail.hu', 'citromail.hu', 'mail.ee', 'hot.ee', 'online.ee',
  'one.lt', 'comcast.net', 'verizon.net', 'att.net', 'sbcglobal.net', 'bellsouth.net', 'cox.net', 'charter.net',
  'earthlink.net', 'shaw.ca', 'rogers.com', 'sympatico.ca', 'bigpond.com', 'optusnet.com.au',
  // throw-away
  'mailinator.com', 'guerrillamail.com', 'guerrillamail.net', 'sharklasers.com', '10minutemail.com', 'temp-mail.org',
  'tempmail.com', 'yopmail.com', 'trashmail.com', 'trash-mail.com', 'wegwerfmail.de', 'byom.de', 'maildrop.cc',
  'getnada.com', 'dispostable.com', 'discard.email', 'mailnesia.com', 'throwawaymail.com', 'fakeinbox.com', 'moakt.com',
]) // prettier-ignore

/** Whether a normalised e-mail address stands at a free-mail provider, in its domain or below it. */
export function isFreeMail(email: string): boolean {
  let domain = email.slice(email.lastIndexOf('@') + 1)
  while (domain.includes('.')) {
    if (domains.has(domain)) return true
    domain = domain.slice(domain.indexOf('.') + 1)
  }
  return false
}

/**
 * Ad servers. A referrer of theirs says that a display ad was clicked, whoever's page it stood on.
 * Google's are named google, so that Google's own click ids count on them.
 */
import type { HostList } from './list.ts'

export const ads: HostList = {
  kind: 'ads',
  version: '2026-11',
  origin: 'compiled by the authors from public knowledge of the hosts',
  sources: {
    google: [
      '*.doubleclick.net',
      '*.googlesyndication.com',
      '*.googleadservices.com',
      '*.2mdn.net',
      '*.safeframe.googlesyndication.com',
    ],
    xandr: ['*.adnxs.com'],
    adform: ['*.adform.net', '*.adform.com'],
    criteo: ['*.criteo.com', '*.criteo.net'],
    taboola: ['*.taboola.com'],
    outbrain: ['*.outbrain.com'],
    strossle: ['*.strossle.com', '*.strossle.it'],
    teads: ['*.teads.tv'],
    thetradedesk: ['*.adsrvr.org'],
    amazonads: ['*.amazon-adsystem.com'],
    magnite: ['*.rubiconproject.com'],
    pubmatic: ['*.pubmatic.com'],
    openx: ['*.openx.net'],
    smartadserver: ['*.smartadserver.com'],
    adroll: ['*.adroll.com'],
    rtbhouse: ['*.rtbhouse.com', '*.creativecdn.com'],
    mgid: ['*.mgid.com'],
    revcontent: ['*.revcontent.com'],
  },
}

/** The link that writes to a person, wherever one is shown. The address is a stranger's: `?` in it would begin headers. */
export const mailLinkOf = (email: string): string => `mailto:${email.split('@').map(encodeURIComponent).join('@')}`

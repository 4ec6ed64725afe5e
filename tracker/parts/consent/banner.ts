/** What a banner is to the tag: a name, and a way to ask it for a category. */

/** Granted, denied, not asked yet (undefined), or no such banner here (null, or it throws). */
type Says = boolean | null | undefined
export type Read = (category: string) => Says

/**
 * Its name in `data-cmp`, the categories that are asked for where none are named, and how they are read. What is opened
 * calls `again` when there may be something new to read.
 */
export type Banner = readonly [name: string, usual: string, open: (again: () => void, auto: boolean) => Read]

export type Flags = { readonly [category: string]: boolean | undefined }

declare const brand: unique symbol

/** A string that only its own reader can make, so that two kinds of string cannot be mixed up. */
export type Brand<Name extends string> = string & {readonly [brand]: Name}

/** Path of a file under `content/`, always with `/`: `2023/notice.md`. */
export type ContentPath = Brand<'ContentPath'>

/** What a record is called for ever; its permalinks hang on it. */
export type RecordId = Brand<'RecordId'>

/** One segment of an address made from a term or a heading; never empty. */
export type Slug = Brand<'Slug'>

/** Address of a page from the top of the site, with a leading `/`: `/zh-hant/2023/05/notice/`. */
export type Permalink = Brand<'Permalink'>

/** Path of a file under the output folder, always with `/`: `2023/05/notice/index.html`. */
export type OutputPath = Brand<'OutputPath'>

/** SHA-256 in lower-case hexadecimal, 64 characters. */
export type Digest = Brand<'Digest'>

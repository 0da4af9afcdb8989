/** The package's own declarations are not found from a module; this is what is used of it. */
declare module 'jieba-zh-cn' {
  export const JiebaDict: Uint8Array
}

/** A title begun with a capital letter, as titles are stored; "iPhone" and "eBay" are spelt so on purpose. */
export const capitalised = (title: string): string =>
  /^\p{Ll}\p{Lu}/u.test(title)
    ? title
    : title.replace(/^[“"'‘(«]*\p{Ll}/u, (first) => first.toLocaleUpperCase("en"));

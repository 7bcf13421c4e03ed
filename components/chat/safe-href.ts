/** The address of a link in an answer, where it leads to the web or to mail; null for every other scheme. */
export const safeHref = (href: string): string | null => {
  try {
    // Relative addresses would lead into the app itself: the assistant has no business there.
    return SAFE.has(new URL(href).protocol) ? href : null;
  } catch {
    return null;
  }
};

const SAFE = new Set(["http:", "https:", "mailto:"]);

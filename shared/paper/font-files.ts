/** The files of the fonts, root-absolute; loaded before the page counts as loaded, so that none is missing in print. */
export const fontFiles = {
  'devanagari-400': '/fonts/devanagari-400.woff2',
  'devanagari-700': '/fonts/devanagari-700.woff2',
  'latin-400': '/fonts/latin-400.woff2',
  'latin-700': '/fonts/latin-700.woff2',
} as const;

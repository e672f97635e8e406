const paths = {
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  'fit-width': 'M2 3v10M14 3v10M4.5 8h7M6.5 6l-2 2 2 2M9.5 6l2 2-2 2',
  'fit-page': 'M4 2h8v12H4zM8 4.5v7M6.5 6 8 4.5 9.5 6M6.5 10 8 11.5 9.5 10',
  rotate: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3',
  previous: 'M10 3 5 8l5 5',
  next: 'm6 3 5 5-5 5',
} as const;

/** Line icons of the toolbar, 16 by 16. */
export function ViewerIcon({ name }: { name: keyof typeof paths }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className="viewer-icon">
      <path d={paths[name]} />
    </svg>
  );
}

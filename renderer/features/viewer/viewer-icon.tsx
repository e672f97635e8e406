const paths = {
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  'fit-width': 'M2 3v10M14 3v10M4.5 8h7M6.5 6l-2 2 2 2M9.5 6l2 2-2 2',
  'fit-page': 'M4 2h8v12H4zM8 4.5v7M6.5 6 8 4.5 9.5 6M6.5 10 8 11.5 9.5 10',
  rotate: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3',
  previous: 'M10 3 5 8l5 5',
  next: 'm6 3 5 5-5 5',
  brightness:
    'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9',
  contrast: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 2v12M8 5h3.5M8 8h5.5M8 11h3.5',
  pin: 'M8 14.2s4.6-4 4.6-7.4a4.6 4.6 0 0 0-9.2 0c0 3.4 4.6 7.4 4.6 7.4M8 8.2a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2',
  compare: 'M2 3h5v10H2zM9 3h5v10H9z',
  'take-in': 'M8 10.5V2.5M5 5.5l3-3 3 3M2.5 10v3.5h11V10',
} as const;

/** Line icons of the toolbar, 16 by 16. */
export function ViewerIcon({ name }: { name: keyof typeof paths }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className="viewer-icon">
      <path d={paths[name]} />
    </svg>
  );
}

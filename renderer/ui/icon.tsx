const paths = {
  alert: 'M12 9v4M12 17h.01M10.3 3.9 2.4 18a2 2 0 0 0 1.7 3h15.8a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0Z',
  'arrow-left': 'M19 12H5M12 19l-7-7 7-7',
  'arrow-right': 'M5 12h14M12 5l7 7-7 7',
  calendar: 'M4 6h16v15H4ZM4 10.5h16M8.5 3.5V7M15.5 3.5V7M8 14.5h3v3H8Z',
  chart: 'M4 4v16h17M8.5 16v-4M13 16V8M17.5 16v-6',
  check: 'M5 12.5 10 17.5 19.5 7',
  'check-circle': 'M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0ZM8 12.3l2.7 2.7L16 9.5',
  'chevron-down': 'M6 9l6 6 6-6',
  'chevron-up': 'M6 15l6-6 6 6',
  clock: 'M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0ZM12 6.5V12l3.5 2.5',
  close: 'M6 6l12 12M18 6 6 18',
  cloud: 'M7 18.5a4.5 4.5 0 0 1-.6-8.96 6 6 0 0 1 11.5 1.2A4 4 0 0 1 17.5 18.5Z',
  'cloud-off': 'M3 3l18 18M9.2 6.2a6 6 0 0 1 8.7 4.5 4 4 0 0 1 2.6 6M17.5 18.5H7a4.5 4.5 0 0 1-.6-8.96',
  document: 'M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8ZM14 3v5h5M9 13h6M9 17h6',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  gear: 'M12 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M5.3 18.7l2.1-2.1M16.6 7.4l2.1-2.1',
  inbox: 'M3 13l3.2-8h11.6L21 13v5a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2ZM3 13h5l1.5 3h5L16 13h5',
  info: 'M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0ZM12 11v5.5M12 7.5h.01',
  keyboard: 'M3 6h18v12H3ZM7 10h.01M11 10h.01M15 10h.01M18 10h.01M7 14h10',
  key: 'M15.5 13a5 5 0 1 0-4.6-3L3 18v3h4v-2.5h2.5V16l2.3-2.3A5 5 0 0 0 15.5 13ZM16.5 7.5h.01',
  lock: 'M6 11h12v9H6ZM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11',
  minus: 'M5 12h14',
  office: 'M4 21V5l8-2.5V21M12 8.5l8 2V21M2.5 21h19M7.5 8.5h1M7.5 12.5h1M7.5 16.5h1M15.5 13.5h1M15.5 17h1',
  outbox: 'M3 13l3.2-8h11.6L21 13v5a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2ZM12 14V6.5M8.8 9.5 12 6.3l3.2 3.2',
  pause: 'M9 5v14M15 5v14',
  pin: 'M12 21s7-6 7-11a7 7 0 0 0-14 0c0 5 7 11 7 11ZM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7Z',
  question:
    'M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0ZM9.3 9.3a2.8 2.8 0 0 1 5.4.9c0 1.9-2.7 2.3-2.7 4M12 17.5h.01',
  receipt: 'M6 3h12v18l-2.4-1.6L13.2 21 12 19.6 10.8 21l-2.4-1.6L6 21ZM9 8h6M9 12h6',
  return: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  rotate: 'M20 12a8 8 0 1 1-2.5-5.8M20 3v5h-5',
  search: 'M17.5 10.5a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM21 21l-5.5-5.5',
  seal: 'M12 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM8.5 13 7 21l5-2.5L17 21l-1.5-8',
  sync: 'M20 11a8 8 0 0 0-14.3-4L3 9.5M3 4v5.5h5.5M4 13a8 8 0 0 0 14.3 4L21 14.5M21 20v-5.5h-5.5',
  transfer: 'M4 8h15M15 4l4 4-4 4M20 16H5M9 12l-4 4 4 4',
  undo: 'M8 13 3 8l5-5M3 8h11a6.5 6.5 0 0 1 0 13h-5',
  upload: 'M12 20V9M7 13l5-5 5 5M5 4h14',
  user: 'M12 12a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM4 21c.6-4 4-6 8-6s7.4 2 8 6',
  'x-circle': 'M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0ZM8.5 8.5l7 7M15.5 8.5l-7 7',
} as const;

export type IconName = keyof typeof paths;

/** Decoration only, hidden from screen readers: a text says the same beside it. */
export function Icon({ name, size = 'medium' }: { name: IconName; size?: 'small' | 'medium' | 'large' }) {
  return (
    <svg
      className={`icon ${size}`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** Something runs; the text beside it says what. */
export function Spinner({ size = 'medium' }: { size?: 'small' | 'medium' | 'large' }) {
  return (
    <svg
      className={`icon spinner ${size}`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M12 3a9 9 0 1 1-9 9" />
    </svg>
  );
}

import boundaries from 'eslint-plugin-boundaries';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Which room a file lives in. A folder that no pattern names is an error: new rooms are declared here first. */
const elements = [
  { type: 'shared', partialMatch: false, pattern: 'shared' },
  { type: 'electron-room', partialMatch: false, pattern: 'electron/*', capture: ['room'] },
  { type: 'electron-entry', partialMatch: false, pattern: 'electron' },
  { type: 'ui', partialMatch: false, pattern: 'renderer/ui' },
  { type: 'locales', partialMatch: false, pattern: 'renderer/locales' },
  { type: 'feature', partialMatch: false, pattern: 'renderer/features/*', capture: ['feature'] },
  { type: 'app', partialMatch: false, pattern: 'renderer/app' },
  { type: 'renderer-entry', partialMatch: false, pattern: 'renderer' },
  { type: 'build', partialMatch: false, pattern: 'build' },
  { type: 'test', partialMatch: false, pattern: 'test' },
];

const to = (type, captured) => ({ to: { element: captured ? { type, captured } : { type } } });
const rooms = (...names) => names.map((room) => to('electron-room', { room }));
const from = (type, allow, captured) => ({
  from: { element: captured ? { type, captured } : { type } },
  allow,
});

/** One direction round the ring; what is not allowed here does not pass. */
const policies = [
  from('shared', [to('shared')]),
  from('electron-entry', [to('shared'), to('electron-room'), to('electron-entry')]),
  from('electron-room', [to('shared')]),
  from('electron-room', rooms('storage'), { room: 'storage' }),
  from('electron-room', rooms('sync', 'storage'), { room: 'sync' }),
  from('electron-room', rooms('network', 'sync', 'storage'), { room: 'network' }),
  from('electron-room', rooms('documents', 'session', 'storage', 'sync'), { room: 'session' }),
  from('electron-room', rooms('export', 'storage'), { room: 'export' }),
  from(
    'electron-room',
    rooms('courier', 'documents', 'export', 'ipc', 'network', 'paper', 'session', 'storage', 'sync'),
    {
      room: 'ipc',
    },
  ),
  from('electron-room', rooms('courier', 'storage', 'sync'), { room: 'courier' }),
  from('electron-room', rooms('paper', 'storage'), { room: 'paper' }),
  from('electron-room', rooms('documents'), { room: 'documents' }),
  from('electron-room', rooms('documents', 'headless'), { room: 'headless' }),
  from('electron-room', rooms('window', 'session', 'storage', 'sync'), { room: 'window' }),
  from('ui', [to('ui'), to('shared')]),
  from('app', [to('app'), to('ui'), to('locales'), to('feature'), to('shared')]),
  from('feature', [
    to('feature', { feature: '{{ from.element.captured.feature }}' }),
    to('app'),
    to('ui'),
    to('locales'),
    to('shared'),
  ]),
  /** Any feature may open a paper; a paper is looked at in the viewer. */
  from('feature', [to('feature', { feature: 'papers' })]),
  from('feature', [to('feature', { feature: 'viewer' })], { feature: 'papers' }),
  /** The review shows and checks documents, and moves through the queue's order. */
  from('feature', [to('feature', { feature: 'viewer' }), to('feature', { feature: 'queue' })], {
    feature: 'review',
  }),
  from('feature', [to('feature', { feature: 'documents' })], { feature: 'review' }),
  from('feature', [to('feature', { feature: 'viewer' })], { feature: 'documents' }),
  /** The watched scan folder is chosen in the settings, the certificates are looked after in the office data. */
  from('feature', [to('feature', { feature: 'documents' })], { feature: 'settings' }),
  from('feature', [to('feature', { feature: 'documents' })], { feature: 'office' }),
  /** The road to the server is needed before the enrolment, and changed in the settings. */
  from('feature', [to('feature', { feature: 'network' })], { feature: 'enrolment' }),
  from('feature', [to('feature', { feature: 'network' })], { feature: 'settings' }),
  from('renderer-entry', [to('app'), to('ui'), to('locales'), to('renderer-entry')]),
  /** The bundles carry what the engines of the documents need. */
  from('build', [to('build'), to('shared'), to('test'), ...rooms('documents')]),
  from('test', [
    to('test'),
    to('shared'),
    to('electron-room'),
    to('electron-entry'),
    to('build'),
    to('app'),
    to('ui'),
    to('locales'),
    to('feature'),
    to('renderer-entry'),
  ]),
];

const noRawIpc = (message) => [
  'error',
  {
    paths: [{ name: 'electron', importNames: ['ipcMain', 'ipcRenderer'], message }],
  },
];

const noClock = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Time is an argument here.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is an argument here.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Chance is an argument here.',
  },
];

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'release', '**/fixture/**/dist/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'max-lines': ['error', { max: 400 }],
      'no-restricted-imports': noRawIpc(
        'Raw IPC lives in electron/preload.ts and electron/ipc/register.ts only.',
      ),
      'no-eval': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', policies }],
      'boundaries/no-unknown-files': 'error',
    },
  },
  {
    files: ['electron/preload.ts', 'electron/ipc/register.ts', 'build/stand-in/**', 'test/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  { files: ['shared/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...noClock] } },
  { files: ['renderer/**/*.{ts,tsx}'], ...reactHooks.configs.flat.recommended },
  { files: ['**/*.js', '*.config.ts'], ...tseslint.configs.disableTypeChecked },
  { files: ['*.config.{js,ts}'], rules: { 'boundaries/no-unknown-files': 'off' } },
);

import './app/zod-without-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import './ui/index.css';
import './app/shell.css';
import { App } from './app/app.tsx';
import { provideAriaStrings } from './app/i18n/aria-strings.ts';
import { startI18n } from './app/i18n/start-i18n.ts';
import { deleteReadModel } from './app/read-model/feed.ts';
import { startDesk } from './app/start-desk.ts';

const texts = startI18n('hi', (key) => {
  console.error(`No text for ${key}`);
});
provideAriaStrings(() => texts.language === 'hi');

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root"');
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={texts}>
      <App />
    </I18nextProvider>
  </StrictMode>,
);

// What a crash of the page may have left of an earlier session is never mixed with this one.
void deleteReadModel().then(() => startDesk(texts));

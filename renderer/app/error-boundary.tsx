import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';

interface State {
  error: Error | null;
}

/**
 * Catches what a screen throws while it draws. Drafts and decisions are in the vault by then, so opening again loses
 * nothing that was recorded; `resetKey` changing (another screen chosen) tries again by itself.
 */
export class ErrorBoundary extends Component<{ children: ReactNode; resetKey?: string }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error('A screen failed', error, info.componentStack);
  }

  override componentDidUpdate(before: { resetKey?: string }): void {
    if (this.state.error !== null && before.resetKey !== this.props.resetKey) this.setState({ error: null });
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <Crash
        detail={this.state.error.message}
        onRetry={() => {
          this.setState({ error: null });
        }}
      />
    );
  }
}

function Crash({ detail, onRetry }: { detail: string; onRetry: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <main className="gate">
      <Banner
        tone="bad"
        title={t('crash.title')}
        actions={
          <Button variant="primary" icon="sync" onPress={onRetry}>
            {t('crash.reload')}
          </Button>
        }
      >
        <p>{t('crash.text')}</p>
        <p className="muted">
          {t('crash.detail')}: <span className="mono">{detail.slice(0, 200)}</span>
        </p>
      </Banner>
    </main>
  );
}

import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';

interface Props {
  /** From 0. */
  page: number;
  pages: number;
  onTurn: (page: number) => void;
}

/** Pages of a scan within a dialog; nothing where there is one. */
export function PageTurner({ page, pages, onTurn }: Props) {
  const { t } = useTranslation('viewer');
  if (pages < 2) return null;
  return (
    <div className="row">
      <Button
        size="small"
        isDisabled={page === 0}
        onPress={() => {
          onTurn(page - 1);
        }}
      >
        {t('previousPage')}
      </Button>
      <span>{t('pageOf', { page: page + 1, pages })}</span>
      <Button
        size="small"
        isDisabled={page === pages - 1}
        onPress={() => {
          onTurn(page + 1);
        }}
      >
        {t('nextPage')}
      </Button>
    </div>
  );
}

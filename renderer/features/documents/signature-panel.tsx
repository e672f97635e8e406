import { useTranslation } from 'react-i18next';
import type { CodeReading, SignatureOutcome } from '../../../shared/domain/documents/document-reading.ts';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import type { DocumentView } from '../../../shared/ipc/views/documents.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { CardPhoto } from './card-photo.tsx';
import { useCodePhoto } from './use-code-photo.ts';

const icons: Record<SignatureOutcome['outcome'], IconName> = {
  genuine: 'check-circle',
  altered: 'x-circle',
  'cannot-verify': 'question',
};

interface Props {
  view: DocumentView;
  code: CodeReading;
  onShow: (box: PageBox | null) => void;
}

/** What the code on an Aadhaar proves and what it does not, with its photo beside the card's. */
export function SignaturePanel({ view, code, onShow }: Props) {
  const { t } = useTranslation('documents');
  const { signature } = code;
  return (
    <div className="signature" data-outcome={signature.outcome}>
      <div className="signature-words">
        <p className="signature-outcome">
          <Icon name={icons[signature.outcome]} />
          {t(`signature.${signature.outcome}`)}
        </p>
        <p>{explanation(code, t)}</p>
        {signature.outcome !== 'cannot-verify' && (
          <p className="muted">
            {t('signature.certificate', {
              name: signature.certificateName,
              fingerprint: signature.certificateSha256.slice(0, 8).toUpperCase(),
            })}
          </p>
        )}
        <p className="muted">
          {t(`codeKinds.${code.kind}`)}
          {code.version !== null && ` ${code.version}`}
          {code.referenceDate !== null &&
            ` · ${t('signature.referenceDate', { date: formatDate(code.referenceDate) })}`}
        </p>
        <p>
          <button type="button" className="link" onClick={() => onShow(code.box)}>
            {t('signature.showCode')}
          </button>
        </p>
      </div>
      <Photos view={view} code={code} />
    </div>
  );
}

type Words = ReturnType<typeof useTranslation<'documents'>>['t'];

function explanation({ signature }: CodeReading, t: Words): string {
  switch (signature.outcome) {
    case 'genuine':
      if (signature.wasValid === null) return t('signature.validity.notKnown');
      return signature.wasValid ? t('signature.validity.valid') : t('signature.validity.notValid');
    case 'altered':
      return t('signature.alteredWhy');
    case 'cannot-verify':
      return t(`signature.why.${signature.why}`);
  }
}

function Photos({ view, code }: Omit<Props, 'onShow'>) {
  const { t } = useTranslation('documents');
  const photo = useCodePhoto(code.photo);
  if (photo === null) return <p className="signature-no-photo muted">{t('signature.noPhoto')}</p>;
  return (
    <div className="signature-photos">
      <figure>
        <img src={photo} alt={t('signature.photoAlt')} />
        <figcaption>{t('signature.photo')}</figcaption>
      </figure>
      <CardPhoto view={view} />
    </div>
  );
}

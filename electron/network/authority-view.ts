import type { X509Certificate } from 'node:crypto';
import { instantOf } from '../../shared/domain/india-date.ts';
import type { AuthorityView } from '../../shared/ipc/views/network.ts';

export function authorityViewOf(certificate: X509Certificate): AuthorityView {
  return {
    sha256: sha256Of(certificate),
    subject: nameIn(certificate.subject),
    issuer: nameIn(certificate.issuer),
    validFrom: instantOf(certificate.validFromDate.getTime()),
    validTo: instantOf(certificate.validToDate.getTime()),
  };
}

/** Upper-case hex without colons. */
export function sha256Of(certificate: Pick<X509Certificate, 'fingerprint256'>): string {
  return certificate.fingerprint256.replaceAll(':', '');
}

/** The common name with its organisation, of Node's lines `CN=…`; bounded, as whoever made it may be hostile. */
export function nameIn(lines: string): string {
  const value = (key: string) =>
    lines
      .split('\n')
      .find((line) => line.startsWith(`${key}=`))
      ?.slice(key.length + 1)
      .trim();
  return nameOf({ CN: value('CN'), O: value('O'), OU: value('OU') });
}

type Names = Partial<Record<'CN' | 'O' | 'OU', string | string[] | undefined>>;

/** As `nameIn`, of the parts that Node tells of a connection's certificate. */
export function nameOf({ CN, O, OU }: Names): string {
  const [common = '', organisation = ''] = [CN ?? OU, O].map((part) =>
    Array.isArray(part) ? part[0] : part,
  );
  const isBoth = common !== '' && organisation !== '' && organisation !== common;
  const whole = isBoth ? `${common} (${organisation})` : common || organisation;
  return whole.replace(/[\p{Cc}\p{Cf}]/gu, ' ').slice(0, 120);
}

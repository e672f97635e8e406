import { checkPassword, type PasswordWeakness } from '../../../shared/domain/password.ts';

/** What the enrolment screen holds while it is filled in. */
export interface EnrolmentForm {
  serverUrl: string;
  activationCode: string;
  password: string;
  repeat: string;
}

export interface FormFaults {
  serverUrl: 'missing' | null;
  activationCode: 'missing' | null;
  password: PasswordWeakness | null;
  repeat: 'not-same' | null;
}

/** What can be said without asking the server. */
export function faultsOf(form: EnrolmentForm): FormFaults {
  return {
    serverUrl: form.serverUrl.trim() === '' ? 'missing' : null,
    activationCode: form.activationCode.trim() === '' ? 'missing' : null,
    password: checkPassword(form.password, ''),
    repeat: form.repeat === form.password ? null : 'not-same',
  };
}

export function hasFault(faults: FormFaults): boolean {
  return Object.values(faults).some((fault) => fault !== null);
}

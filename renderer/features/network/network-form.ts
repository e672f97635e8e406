import type { NetworkChange, NetworkView } from '../../../shared/ipc/views/network.ts';

/** What the fields hold. The password is empty until it is typed: the kept one never comes here. */
export interface NetworkForm {
  mode: NetworkView['mode'];
  proxy: string;
  user: string;
  password: string;
  /** Parted by commas or spaces. */
  exceptions: string;
}

export function formOf({ mode, proxy, user, exceptions }: NetworkView): NetworkForm {
  return { mode, proxy, user, password: '', exceptions: exceptions.join(', ') };
}

export function changeOf({ mode, proxy, user, password, exceptions }: NetworkForm): NetworkChange {
  return {
    ...{ mode, proxy: proxy.trim(), user: user.trim() },
    password: password === '' ? null : password,
    exceptions: exceptions.split(/[,;\s]+/).filter((entry) => entry !== ''),
  };
}

/** Also when the kept settings could not be read: saving is what mends them. */
export function isChanged(form: NetworkForm, kept: NetworkView): boolean {
  return kept.isDamaged || JSON.stringify(changeOf(form)) !== JSON.stringify(changeOf(formOf(kept)));
}

import type { ProxyMode } from '../../shared/ipc/views/network.ts';

export interface ProxyAccount {
  user: string;
  password: string;
}

/** The road to the server as this PC's settings have it, whole: in memory only, because of the password. */
export interface NetworkSettings {
  mode: ProxyMode;
  /** `http(s)://host:port`, with `manual`. */
  proxy: string;
  account: ProxyAccount | null;
  exceptions: readonly string[];
  /** Certificates that are trusted besides the usual ones, PEM. */
  authorities: readonly string[];
}

export const firstNetworkSettings: NetworkSettings = {
  mode: 'none',
  proxy: '',
  account: null,
  exceptions: [],
  authorities: [],
};

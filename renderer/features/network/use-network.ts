import { useEffect, useState } from 'react';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type {
  AuthorityView,
  ConnectionTrial,
  NetworkChange,
  NetworkView,
} from '../../../shared/ipc/views/network.ts';
import type { Result } from '../../../shared/result.ts';
import { call } from '../../app/bridge.ts';

export type Work = 'saving' | 'trying' | 'choosing';

export interface Network {
  kept: NetworkView | null;
  error: DeskError | null;
  working: Work | null;
  /** Of a chosen file, shown and not trusted yet. */
  offered: AuthorityView[];
  trial: ConnectionTrial | null;
  /** @returns the settings as kept; null when they were refused. */
  save: (change: NetworkChange) => Promise<NetworkView | null>;
  /** What a trial found is of what was typed then. */
  forgetTrial: () => void;
  tryOut: (serverUrl: string | null, change: NetworkChange) => Promise<void>;
  choose: () => Promise<void>;
  /** @returns whether they are trusted now. */
  accept: () => Promise<boolean>;
  refuse: () => void;
  remove: (sha256: string) => Promise<boolean>;
}

/** The road to the server, as the main process keeps it, and what is asked about it here. */
export function useNetwork(): Network {
  const [kept, setKept] = useState<NetworkView | null>(null);
  const [error, setError] = useState<DeskError | null>(null);
  const [working, setWorking] = useState<Work | null>(null);
  const [offered, setOffered] = useState<AuthorityView[]>([]);
  const [trial, setTrial] = useState<ConnectionTrial | null>(null);

  useEffect(() => {
    let isCurrent = true;
    void call('network.read', undefined).then((answer) => {
      if (!isCurrent) return;
      if (answer.ok) setKept(answer.value);
      else setError(answer.error);
    });
    return () => {
      isCurrent = false;
    };
  }, []);

  async function run<Value>(work: Work, asked: Promise<Result<Value, DeskError>>): Promise<Value | null> {
    setWorking(work);
    const answer = await asked;
    setWorking(null);
    setError(answer.ok ? null : answer.error);
    return answer.ok ? answer.value : null;
  }

  async function change(work: Work, asked: Promise<Result<NetworkView, DeskError>>) {
    // What a trial found was of the settings before.
    setTrial(null);
    const now = await run(work, asked);
    if (now) setKept(now);
    return now;
  }

  return {
    ...{ kept, error, working, offered, trial },
    save: (wanted) => change('saving', call('network.write', wanted)),
    forgetTrial: () => setTrial(null),
    async tryOut(serverUrl, wanted) {
      setTrial(null);
      setTrial(await run('trying', call('network.test', { serverUrl, change: wanted })));
    },
    async choose() {
      setOffered([]);
      setOffered((await run('choosing', call('network.chooseAuthorities', undefined))) ?? []);
    },
    async accept() {
      const sha256 = offered.map((one) => one.sha256);
      const now = await change('choosing', call('network.acceptAuthorities', { sha256 }));
      if (now) setOffered([]);
      return now !== null;
    },
    refuse: () => setOffered([]),
    remove: async (sha256) =>
      (await change('choosing', call('network.removeAuthority', { sha256 }))) !== null,
  };
}

import type { Handlers, Input } from '../../../shared/ipc/derive.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { checkPassword } from '../../../shared/domain/password.ts';
import { fail, ok } from '../../../shared/result.ts';
import { seriesFromDevice } from '../../storage/series-from-device.ts';
import type { Services } from '../services.ts';
import { readAppState } from './app.ts';

export function enrolmentHandlers(services: Services): Pick<Handlers, 'enrolment.enrol'> {
  return {
    'enrolment.enrol': (input) => services.session.exclusively(() => enrolOnce(services, input)),
  };
}

async function enrolOnce(services: Services, input: Input<'enrolment.enrol'>) {
  const { session, clock, emit, enrol, deviceName } = services;
  const { serverUrl, activationCode, password } = input;
  const presence = await session.folder.presence();
  if (presence.state !== 'absent') return fail({ kind: 'already-enrolled' } as const);
  const weakness = checkPassword(password, '');
  if (weakness) return fail({ kind: 'weak-password', why: weakness } as const);

  // Kept until it succeeds: if the answer was lost, or the disk was full, the same keys are offered again.
  session.pendingEnrolment ??= await session.folder.beginEnrolment();
  const pending = session.pendingEnrolment;
  const answer = await enrol(serverUrl, { ...pending.keys, activationCode, deviceName });
  if (!answer.ok) return answer;

  const { officer, district, deviceId, serverKey } = answer.value;
  const series = answer.value.series ?? seriesFromDevice(deviceId);
  const similar = checkPassword(password, officer.login);
  if (similar) return fail({ kind: 'weak-password', why: similar } as const);
  const at = instantOf(clock.now());
  const identity = { officer, district, deviceId, series, serverKey, serverUrl, enrolledAt: at };
  const made = await pending.create(identity, password, at);
  session.enter(made.vault, made.officer);
  await services.documents.begin(made.vault.store);
  emit('state', await readAppState(services));
  return ok({ recoveryKey: made.recoveryKey });
}

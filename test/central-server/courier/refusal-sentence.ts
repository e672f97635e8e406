import type { CourierFault } from '../../../shared/courier/courier-fault.ts';
import type { CentralBundleFault } from './answer-bundle.ts';

type Refusal = CentralBundleFault | CourierFault;

/** Why a file was refused or not written, and what to do, for whoever sits at the central office. */
const sentences: Record<Refusal, string> = {
  'not-a-bundle': 'this is no courier file; choose one whose name begins with "desk" and ends in .courier',
  'half-copied': 'the file is empty or was copied in part; copy it from the stick again',
  damaged: 'the file was changed on the way; have the desk write it again',
  'newer-format': 'the file is of a newer version; update this server first',
  'wrong-direction': 'this file is for a desk, not for the central office',
  'wrong-office': 'this file is of another office',
  'wrong-desk': 'this file is of another desk than it says',
  'wrong-server': 'this file is for another central server',
  'not-genuine': 'the desk that it names did not sign it; do not use it',
  'too-large': 'the file is too large for a courier file',
  gap: 'a file before this one is missing; take that one first',
  'stick-removed': 'the folder of --to cannot be reached',
  'stick-full': 'the folder of --to is full',
  'stick-read-only': 'nothing can be written to the folder of --to',
  'not-kept': 'the folder of --to did not keep the file; try another stick',
  'cannot-read': 'the file cannot be read',
  busy: 'a courier file is being worked on',
  'device-unknown': 'no desk of this server has this id; --devices lists them',
  'device-revoked': 'the permission of this desk was withdrawn',
};

export function refusalSentence(refusal: Refusal): string {
  return `${sentences[refusal]} (${refusal})`;
}

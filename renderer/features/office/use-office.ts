import type { MasterState } from '../../../shared/ipc/views/office.ts';
import { useDesk } from '../../app/desk-store.ts';

/** How current one kind of master data is; undefined until the main process has told. */
export function useMasterState(kind: MasterState['kind']): MasterState | undefined {
  return useDesk((desk) => desk.master?.states.find((state) => state.kind === kind));
}

import type { OfficerId } from './ids.ts';

/**
 * Whether an officer of this PC may still open the district's data. One who went elsewhere may not while others remain;
 * the last may, as nobody else could open the vault to send what is signed: the server then orders the desk to leave.
 * @param onDevice whose keys lie on this PC. @param gone whom the district's feed took back.
 */
export function mayOpen(
  officer: OfficerId,
  onDevice: readonly OfficerId[],
  gone: readonly OfficerId[],
): boolean {
  return !gone.includes(officer) || onDevice.every((id) => gone.includes(id));
}

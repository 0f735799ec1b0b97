/**
 * Milliseconds of a date-time as a clock of the zone shows it, `2026-01-31T10:38:19`; undefined when no clock does: the parser alone
 * takes the 30th of February for a day of March.
 */
export function instantOf(text: string, zoneMinutes: number): number | undefined {
  const iso = `${text}.000Z`;
  const local = Date.parse(iso);
  if (Number.isNaN(local) || new Date(local).toISOString() !== iso) return undefined;
  return local - zoneMinutes * 60_000;
}

/** SQLite has no exact decimals: they are stored as integers, in units of the last digit. */
export function toUnits(value: string): number {
  return Number(value.replace('.', ''));
}

export function fromUnits(units: number, scale: number): string {
  const sign = units < 0 ? '-' : '';
  const digits = String(Math.abs(units)).padStart(scale + 1, '0');
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

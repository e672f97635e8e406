/** M, F or T. FEMALE before MALE, which it ends with. */
export function readGender(text: string): string | null {
  const latin = text.toUpperCase();
  if (/FEMALE|महिला|स्त्री/.test(latin)) return 'F';
  if (/TRANSGENDER|ट्रांसजेंडर|उभयलिंगी/.test(latin)) return 'T';
  return /(?<![A-Z])MALE(?![A-Z])|पुरुष/.test(latin) ? 'M' : null;
}

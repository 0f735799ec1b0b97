/** Full-width forms, and letters that `toLowerCase` alone would lengthen (İ), judge by their neighbours (Σ), or leave as they are (ı). */
const special = /[\u3000\uff01-\uff5eΣςİı]/g;

/**
 * The text as words are compared: without case, full width as half width, all Turkish i alike. Every UTF-16 unit keeps its place,
 * so that what is found at an offset stands at the same offset of the text.
 */
export function fold(text: string): string {
  return text.replace(special, foldSpecial).toLowerCase();
}

function foldSpecial(letter: string): string {
  if (letter === 'İ' || letter === 'ı') return 'i';
  if (letter === 'Σ' || letter === 'ς') return 'σ';
  return letter === '\u3000' ? ' ' : String.fromCharCode(letter.charCodeAt(0) - 0xfee0);
}

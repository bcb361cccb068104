// The way back from build/gzip.go. The boot script takes it too, so it is
// written in ES5.

/** Bytes of base64; throws when the text is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  var quick = (Uint8Array as { fromBase64?(text: string): Uint8Array<ArrayBuffer> }).fromBase64; // not in browsers of the floor
  if (quick) return quick.call(Uint8Array, text);
  var letters = atob(text);
  var bytes = new Uint8Array(letters.length);
  for (var i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

/** The bytes as build/gzip.go had them before gzip; what reads them fails when a byte was changed. */
export function inflate(packed: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
}

// The way back from build/gzip.go. The boot script takes it too, so it is
// written in ES5.

/** Bytes of base64; throws when the text is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  // The oldest browsers that the program runs in do not have it.
  var own = Uint8Array as { fromBase64?(text: string): Uint8Array<ArrayBuffer> };
  if (own.fromBase64) return own.fromBase64(text);
  var letters = atob(text);
  var bytes = new Uint8Array(letters.length);
  for (var i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

/** The bytes before gzip packed them. Reading them fails when a byte was changed. */
export function inflate(packed: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
}

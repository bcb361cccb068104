// The way back from build/base128.go. The boot script takes it too, so it is
// written in ES5.

/** Text as build/base128.go writes it: a character is seven bits; from U+0100 on it is two groups of them. */
export function decode128(text: string): Uint8Array<ArrayBuffer> {
  var unsafe = [0, 13, 60];
  var bytes = new Uint8Array(text.length + 8); // some characters are two groups, but few
  var at = 0, bits = 0, held = 0;
  function take(group: number) {
    bits = (bits << 7) | group;
    held += 7;
    if (held < 8) return;
    held -= 8;
    bytes[at++] = bits >>> held;
  }
  for (var i = 0; i < text.length; i++) {
    var code = text.charCodeAt(i);
    if (code < 128) take(code);
    else {
      take(unsafe[(code - 256) >> 7]!);
      take(code & 127);
    }
  }
  var head = new DataView(bytes.buffer);
  var end = head.getUint32(0, true) + 8;
  if (at < end) throw new Error("cut off");
  var data = bytes.subarray(8, end);
  var sum = 0x811c9dc5; // FNV-1a
  for (var j = 0; j < data.length; j++) sum = Math.imul(sum ^ data[j]!, 0x01000193);
  if (sum >>> 0 !== head.getUint32(4, true)) throw new Error("changed on the way");
  return data;
}

// A long file name that may break only at its joints.
export function FileName({ name }: { name: string }) {
  const parts = name.split(/(?<=_)/);
  return <span class="rro-file-name">{parts.map((part, i) => <span key={i}>{i > 0 && <wbr />}{part}</span>)}</span>;
}

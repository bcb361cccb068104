// The button that copies a code of the classifier.
import { copyText } from "../../ui/copy";

export function CopyCode({ code }: { code: string }) {
  return (
    <button type="button" class="btn btn-sm btn-link rro-copy" title={"Скопировать код " + code}
      onClick={() => void copyText(code)}>
      Скопировать<span class="visually-hidden"> код {code}</span>
    </button>
  );
}

// Asks the clerk which of several fixes of a rule is right.
import type { Rule } from "../../core/api.gen";
import { plural } from "../../text/format";
import { Dialog } from "../../ui/dialog";

interface Props {
  rule: Rule;
  labels: readonly string[];
  count: number;
  onClose: () => void;
  onChoose: (label: string) => void;
}

export function HowToFix({ rule, labels, count, onClose, onChoose }: Props) {
  return (
    <Dialog title={`Как исправить ${plural(count, "обращение", "обращения", "обращений")}?`} onClose={onClose}>
      <p>{rule.text}. {rule.hint}</p>
      <p class="rro-quiet">Выбранное будет сделано во всех этих обращениях. Если верно то одно, то другое, закройте
        вопрос и исправьте их по одному.</p>
      <div class="rro-dialog-actions rro-remark-fixes">
        {labels.map((label) => (
          <button key={label} type="button" class="btn btn-sm btn-outline-primary"
            onClick={() => { onClose(); onChoose(label); }}>{label}</button>
        ))}
        <button type="button" autofocus class="btn btn-sm btn-outline-secondary"
          onClick={onClose}>Не исправлять</button>
      </div>
    </Dialog>
  );
}

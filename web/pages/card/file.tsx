// The answer file of a question. Its bytes are stored apart from the record.
import type { Question } from "../../core/api.gen";
import { client } from "../../core/client";
import { putFile } from "../../state/files";
import { complain } from "../../state/toast";
import { fileSize } from "../../text/format";
import { download } from "../../ui/download";
import { FileField } from "../../ui/file";
import { useDraft, useField } from "./form";

interface Props {
  question: Question;
  path: string;
  edit: (change: (q: Question) => void) => void;
}

export function AnswerFile({ question, path, edit }: Props) {
  const draft = useDraft();
  const field = useField(path);
  const { attachment } = question;

  const choose = async (files: File[]) => {
    try {
      const result = await putFile(files);
      draft.refuseFile(question.id, result.findings);
      if (result.attachment) edit((q) => { q.attachment = result.attachment; });
      draft.visit(path);
    } catch (error) {
      complain(error);
    }
  };

  return (
    <div class="rro-c6">
      <FileField {...field} onFiles={choose} />
      {attachment && (
        <div class="rro-attached">
          Приложен: <button type="button" class="btn btn-link btn-sm"
          onClick={() => void open(attachment.fileId, attachment.name)}>{attachment.name}</button>
          {" "}{fileSize(attachment.size)}
          <button type="button" class="btn btn-link btn-sm"
            onClick={() => { edit((q) => { delete q.attachment; }); draft.visit(path); }}>Убрать файл</button>
        </div>
      )}
    </div>
  );
}

async function open(fileId: string, name: string) {
  try {
    const { files } = await client.call("getFile", { fileId });
    download(files[0]!, name, "application/octet-stream");
  } catch (error) {
    complain(error);
  }
}

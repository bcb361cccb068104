// «Справочники»: the classifier and the other lists that the program works by. A file can replace each.
import { Title, jump } from "../ui/page";
import { BodyList } from "./directories/bodies";
import { CalendarList } from "./directories/calendar";
import { CommonPack } from "./directories/common";
import { Codes } from "./directories/codes";
import { LearnedCodes } from "./directories/learned";
import { FormatProfile } from "./directories/format";
import { OwnResults } from "./directories/results";
import { OwnWords } from "./directories/ownwords";

const parts = [
  { id: "codes", label: "Классификатор" }, { id: "learned", label: "Свои коды" },
    { id: "format", label: "Профиль формата" }, { id: "bodies", label: "Органы" },
  { id: "own-results", label: "Наши результаты" }, { id: "own-words", label: "Свои слова" },
    { id: "calendar", label: "Календарь" }, { id: "common", label: "Пакет справочников" },
] as const;

export function DirectoriesPage() {
  return (
    <>
      <Title text="Справочники">
        {parts.map(({ id, label }) => <button key={id} type="button" class="btn btn-sm btn-outline-secondary"
          onClick={() => jump(id)}>{label}</button>)}
      </Title>
      <div class="rro-directories">
        <div>
          <Codes />
          <LearnedCodes />
          <FormatProfile />
        </div>
        <div>
          <BodyList />
          <OwnResults />
          <OwnWords />
          <CalendarList />
          <CommonPack />
        </div>
      </div>
    </>
  );
}

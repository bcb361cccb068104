// «Справочники»: classifier, bodies, calendar, format profile, and the pack of all.
import { Title } from "../ui/page";
import { BodyList } from "./directories/bodies";
import { CalendarList } from "./directories/calendar";
import { CommonPack } from "./directories/common";
import { Codes } from "./directories/codes";
import { LearnedCodes } from "./directories/learned";
import { FormatProfile } from "./directories/format";
import { OwnResults } from "./directories/results";

export function DirectoriesPage() {
  return (
    <>
      <Title text="Справочники" />
      <div class="rro-directories">
        <Codes />
        <div>
          <BodyList />
          <LearnedCodes />
          <OwnResults />
          <CalendarList />
          <FormatProfile />
          <CommonPack />
        </div>
      </div>
    </>
  );
}

// «Справочники»: classifier, bodies, calendar, format profile, and the pack of all.
import { Title } from "../ui/page";
import { BodyList } from "./directories/bodies";
import { CalendarList } from "./directories/calendar";
import { CommonPack } from "./directories/common";
import { Codes } from "./directories/codes";
import { FormatProfile } from "./directories/format";

export function DirectoriesPage() {
  return (
    <>
      <Title text="Справочники" />
      <div class="rro-directories">
        <Codes />
        <div>
          <BodyList />
          <CalendarList />
          <FormatProfile />
          <CommonPack />
        </div>
      </div>
    </>
  );
}

// «Справочники»: classifier, bodies, format profile.
import { Title } from "../ui/page";
import { BodyList } from "./directories/bodies";
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
          <FormatProfile />
        </div>
      </div>
    </>
  );
}

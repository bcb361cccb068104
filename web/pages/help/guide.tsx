// The short guide: only what a clerk has to know.
import { GuideToAppeals } from "./guide/appeals";
import { GuideToArchive } from "./guide/archive";
import { GuideToExchange } from "./guide/exchange";
import { GuideToProgram } from "./guide/program";

const chapters = [
  { label: "Обращения", Chapter: GuideToAppeals }, { label: "Архив и портал", Chapter: GuideToArchive },
  { label: "Обмен", Chapter: GuideToExchange }, { label: "Программа и данные", Chapter: GuideToProgram },
] as const;

export function Guide() {
  return (
    <>
      {chapters.map(({ label, Chapter }) => (
        <div key={label} class="rro-chapter">
          <h3>{label}</h3>
          <div class="rro-guide"><Chapter /></div>
        </div>
      ))}
    </>
  );
}

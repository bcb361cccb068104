// The whole page: frame and the screen of the route.
import { useEffect } from "preact/hooks";
import { client } from "./core/client";
import { ArchivePage } from "./pages/archive";
import { CardPage } from "./pages/card/card";
import { DirectoriesPage } from "./pages/directories";
import { ExchangePage } from "./pages/exchange";
import { HelpPage } from "./pages/help";
import { Away, Stripped, Unlock } from "./pages/lock/unlock";
import { RegisterPage } from "./pages/register";
import { RemarksPage } from "./pages/remarks";
import { SettingsPage } from "./pages/settings";
import { TodayPage } from "./pages/today";
import { nextId } from "./state/draft";
import { away } from "./state/lock";
import { route } from "./state/route";
import { Header, ToastView, sections } from "./ui/chrome";
import { Notices } from "./ui/notices";

const screens: Record<string, () => preact.JSX.Element> = {
  "": TodayPage, archive: ArchivePage, exchange: ExchangePage, directories: DirectoriesPage, settings: SettingsPage,
  help: HelpPage,
};

function Screen() {
  const [first = "", id] = route.value.path;
  if (first === "appeals" && !id) return <RegisterPage />;
  if (first === "appeals" && id === "remarks") return <RemarksPage />;
  if (first === "appeals") {
    const isNew = id === "new", known = isNew ? nextId.value : id!;
    return <CardPage key={known} id={known} isNew={isNew} />;
  }
  const Page = Object.hasOwn(screens, first) ? screens[first]! : TodayPage; // only own keys: not toString and the like
  return <Page />;
}

export function App() {
  const section = route.value.path[0] ?? "";
  useEffect(() => {
    document.title = (sections.find((s) => s.path === section)?.label ?? "Сегодня") + " — РРО-форма";
  }, [section]);
  if (client.hello.value?.stripped) return <Stripped />;
  if (client.hello.value?.locked) return <Unlock />;
  return (
    <>
      <a class="visually-hidden-focusable" href="#main"
        onClick={(e) => { e.preventDefault(); document.getElementById("main")?.focus(); }}>К содержанию</a>
      <Header />
      <Notices />
      <main id="main" tabIndex={-1}>{away.value ? <Away /> : <Screen />}</main>
      <ToastView />
    </>
  );
}

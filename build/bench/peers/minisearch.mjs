// The peer that the search of codes is measured against: MiniSearch as a
// competent team would set it up for Russian. `go run ./build eval` scores it
// in Node, `go run ./build bench` times it in the browser.
import MiniSearch from "minisearch";
import { stemmer } from "@orama/stemmers/russian";
import { stopwords } from "@orama/stopwords/russian";

const stop = new Set(stopwords.map(fold));
function fold(word) {
  return word.toLowerCase().replaceAll("ё", "е");
}

/**
 * rows: [{code, title, question, theme, subject, section}]. The finder returns hits, best first, each with its code as
 * `id`.
 */
export function makeFinder(rows) {
  // Like our lexicon: the words of the rows are stemmed once, other words when
  // somebody types them.
  const stems = new Map();
  let filling = true;
  const stem = (word) => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const root = stemmer(word);
    if (filling) stems.set(word, root);
    return root;
  };
  const index = new MiniSearch({
    idField: "code",
    fields: ["title", "question", "theme", "subject", "section"],
    processTerm: (term) => {
      const word = fold(term);
      return stop.has(word) ? null : stem(word);
    },
    searchOptions: {
      boost: { title: 1, question: 0.5, theme: 0.4, subject: 0.2, section: 0.1 },
      prefix: (_term, i, terms) => i === terms.length - 1,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    },
  });
  index.addAll(rows);
  filling = false;
  return (text) => index.search(text);
}

// Where a rule comes from: the rule names the project's files, the clerk sees the names of the documents.
const documents: Record<string, string> = {
  "000": "статья о портале и СЭД", "001": "руководство по АРМ, ЛАРМ и разделу РРО", "002": "описание обмена СЭД с ССТУ",
  "003": "протокол совещания с вопросами и ответами", "004": "инструкция по нулевому отчёту",
};

export function sourceText(source: string): string {
  const names = new Set<string>();
  for (const [, number] of source.matchAll(/\b(00[0-4]):\d+/g)) names.add(documents[number!]!);
  if (source.includes("FORMAT.md")) names.add("формат архива");
  if (!names.size) names.add("правило программы");
  return [...names].join("; ");
}

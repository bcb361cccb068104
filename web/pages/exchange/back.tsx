/** The way back from a screen under «Обмен». */
export function Back() {
  return <a href="#/exchange">← Обмен</a>;
}

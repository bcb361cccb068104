// «Сверка с порталом» on «Обмен».
export function ReconcileTile() {
  return (
    <section class="rro-tile" aria-labelledby="reconcile">
      <h2 id="reconcile">Сверка с порталом</h2>
      <p>Вставьте номера или строки из раздела РРО. Программа покажет, чего нет там, чего нет здесь и где другой
        статус.</p>
      <a class="btn btn-sm btn-outline-primary" href="#/exchange/check">Сверка с РРО</a>
    </section>
  );
}

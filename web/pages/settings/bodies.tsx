// The bodies that report from here; one is active.
import type { ProfileRow } from "../../core/api.gen";
import { bodyName, switchBody } from "../../state/bodies";
import { remove } from "./actions";

export function Bodies({ rows, active }: { rows: readonly ProfileRow[]; active: string }) {
  return (
    <section aria-labelledby="bodies">
      <h2 id="bodies">Органы</h2>
      <div class="rro-scroll">
        <table class="table table-sm rro-table" aria-labelledby="bodies">
          <thead>
            <tr>
              <th scope="col">Орган</th><th scope="col">Обращений</th><th scope="col">Профиль</th>
              <th scope="col">Сейчас</th>
              <th scope="col"><span class="visually-hidden">Действия</span></th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ profile, appeals, findings }) => {
              const name = bodyName(profile), here = profile.id === active;
              return (
                <tr key={profile.id} class={here ? "rro-here" : ""}>
                  <th scope="row">{name}</th>
                  <td>{appeals}</td>
                  <td>{findings.length ? <span class="rro-word-error">заполнен не полностью</span> : "заполнен"}</td>
                  <td>{here && <b>активный</b>}</td>
                  <td class="rro-cell-action">
                    {!here && <button type="button" class="btn btn-sm btn-outline-primary" title={name}
                      onClick={() => void switchBody(profile)}>Сделать активным</button>}
                    <button type="button" class="btn btn-sm btn-link rro-danger-link" title={name}
                      onClick={() => void remove(profile)}>Удалить</button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p class="form-text">Реестры и архивы органов не смешиваются. Новые обращения попадают к активному органу: его
        наименование стоит вверху страницы.</p>
    </section>
  );
}

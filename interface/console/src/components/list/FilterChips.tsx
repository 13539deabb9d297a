/** Filters that a link set and that have no field of their own: each is told, and can be taken away. */
import { useText } from "../../i18n/useText";
import { Icon } from "../Icon";

export type Chip = { key: string; label: string; remove: () => void };

export function FilterChips({ chips, clear }: { chips: Chip[]; clear: () => void }) {
  const text = useText();
  return (
    <ul className="chips" aria-label={text("filters-name")}>
      {chips.map(({ key, label, remove }) => (
        <li key={key} className="chip">
          <span>{label}</span>
          <button type="button" onClick={remove} aria-label={text("filters-remove", { filter: label })}>
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="link-button" onClick={clear}>
          {text("action-clear-filters")}
        </button>
      </li>
    </ul>
  );
}

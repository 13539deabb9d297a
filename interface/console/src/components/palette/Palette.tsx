/** Ctrl+K: go to a page, find a product, member or order, switch theme or language, sign out. */
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { QUERY_LETTERS_MAX } from "../../api/search";
import { useText } from "../../i18n/useText";
import { Dialog } from "../Dialog";
import { Icon } from "../Icon";
import { type Command, filterCommands } from "./commands";
import { useActionCommands, useFoundCommands, usePageCommands } from "./useCommands";

/** Until typing rests, nothing is asked of the server. */
const REST_MS = 200;

function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(value), value ? REST_MS : 0);
    return () => window.clearTimeout(timer);
  }, [value]);
  return rested;
}

export function Palette({ close }: { close: () => void }) {
  const text = useText();
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const base = useId();
  const searched = useRested(typed.trim());
  const own = [...usePageCommands(), ...useActionCommands()];
  const { found, searching, failed } = useFoundCommands(searched);
  const commands = [...filterCommands(own, typed), ...(typed.trim() ? found : [])];
  const current = Math.min(active, commands.length - 1);
  const run = (command: Command | undefined) => {
    if (!command) return;
    close();
    command.run();
  };
  const pressed = (event: KeyboardEvent) => {
    // Enter that ends the input of Chinese must not run a command.
    if (event.nativeEvent.isComposing) return;
    const target = moved(event.key, current, commands.length);
    if (event.key === "Enter") run(commands[current]);
    else if (target !== null) setActive(target);
    else return;
    event.preventDefault();
  };
  const resting = searching || searched !== typed.trim();
  return (
    <Dialog name={text("palette-name")} className="palette" close={close}>
      <div className="palette-field">
        <Icon name="search" size={18} />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={`${base}-list`}
          aria-activedescendant={commands.length > 0 ? `${base}-${current}` : undefined}
          aria-autocomplete="list"
          aria-label={text("palette-open")}
          placeholder={text("palette-open")}
          autoComplete="off"
          spellCheck={false}
          maxLength={QUERY_LETTERS_MAX}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={pressed}
        />
        <kbd>Esc</kbd>
      </div>
      <CommandList base={base} commands={commands} current={current} hover={setActive} run={run} />
      <p className="palette-status" role="status">
        {failed && text("palette-failed")}
        {!failed && resting && typed.trim() !== "" && text("palette-searching")}
        {!failed && !resting && commands.length === 0 && text("palette-nothing")}
      </p>
    </Dialog>
  );
}

function moved(key: string, current: number, length: number): number | null {
  if (length === 0) return null;
  if (key === "ArrowDown") return (current + 1) % length;
  if (key === "ArrowUp") return (current - 1 + length) % length;
  if (key === "PageDown") return Math.min(current + 5, length - 1);
  if (key === "PageUp") return Math.max(current - 5, 0);
  return null;
}

type ListProps = {
  base: string;
  commands: Command[];
  current: number;
  hover: (index: number) => void;
  run: (command: Command) => void;
};

function CommandList({ base, commands, current, hover, run }: ListProps) {
  const text = useText();
  useEffect(() => {
    document.getElementById(`${base}-${current}`)?.scrollIntoView({ block: "nearest" });
  }, [base, current]);
  const groups = [...new Set(commands.map((command) => command.group))];
  return (
    <div id={`${base}-list`} role="listbox" aria-label={text("palette-results")} className="palette-list" tabIndex={-1}>
      {groups.map((group, number) => (
        <div key={group} role="group" aria-labelledby={`${base}-group-${number}`}>
          <div id={`${base}-group-${number}`} className="palette-group" role="presentation">
            {group}
          </div>
          {commands.map((command, index) =>
            command.group === group ? (
              <div
                key={command.key}
                id={`${base}-${index}`}
                role="option"
                aria-selected={index === current}
                className="palette-option"
                onMouseMove={() => hover(index)}
                onClick={() => run(command)}
              >
                <Icon name={command.icon} />
                <span className="palette-label">{command.label}</span>
                {command.note && <span className="muted small">{command.note}</span>}
              </div>
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
}

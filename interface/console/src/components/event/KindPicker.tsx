/** Chooses a kind of event: one that Mercat knows, one that came lately, or any other name. */
import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useMemo, useState } from "react";
import { kindsQuery } from "../../api/behaviour";
import { addDays, dayIn } from "../../i18n/calendar";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";
import { KNOWN_KINDS, kindName } from "./kinds";

/** Kinds of the last so many days are offered. */
const LATELY_DAYS = 30;

/** The server keeps longer names short. */
const NAME_LETTERS_MAX = 200;

type Props = {
  label: string;
  value: string | undefined;
  change: (kind: string | undefined) => void;
  /** What stands for "none"; without it a kind is always chosen. */
  any?: string;
  placeholder?: string;
  className?: string;
  /** Opens at once, for a picker that was just added. */
  focused?: boolean;
};

export function KindPicker({ label, value, change, any, placeholder, className, focused }: Props) {
  const text = useText();
  const [typed, setTyped] = useState("");
  const kinds = useKinds(value);
  const options = useMemo(() => {
    const named = kinds.map((kind) => ({ value: kind, label: kindName(text, kind), search: `${kindName(text, kind)} ${kind}` }));
    const wanted = typed.trim().slice(0, NAME_LETTERS_MAX);
    const free = { value: wanted, label: text("kind-free", { name: wanted }), search: wanted };
    const isNew = wanted !== "" && !named.some((option) => option.value === wanted || option.label === wanted);
    const all = any === undefined ? [] : [{ value: "", label: any, search: any }];
    return [...all, ...named, ...(isNew ? [free] : [])];
  }, [kinds, typed, text, any]);
  return (
    <Select<string>
      className={className ?? "choice kind-picker"}
      aria-label={label}
      title={label}
      value={value ?? (any === undefined ? undefined : "")}
      placeholder={placeholder}
      options={options}
      labelRender={({ value: kind }) => (kind === "" ? any : kindName(text, String(kind)))}
      onChange={(kind) => change(kind || undefined)}
      showSearch={{ optionFilterProp: "search", onSearch: setTyped }}
      popupMatchSelectWidth={false}
      autoFocus={focused}
    />
  );
}

/** Known kinds first, then other names that came lately. */
function useKinds(value: string | undefined): string[] {
  const format = useFormat();
  const today = dayIn(format.timeZone, new Date());
  const seen = useQuery(kindsQuery(addDays(today, 1 - LATELY_DAYS), today)).data?.kinds;
  return useMemo(() => {
    const others = (seen ?? []).map(({ kind }) => kind);
    return [...new Set([...KNOWN_KINDS, ...others, ...(value ? [value] : [])])];
  }, [seen, value]);
}

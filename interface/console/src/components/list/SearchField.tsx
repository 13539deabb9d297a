/** The search of a list: waits until typing rests, and follows the address when it changes by itself. */
import { Input } from "antd";
import { useEffect, useRef, useState } from "react";
import { Icon } from "../Icon";
import { LETTERS_MAX } from "./listState";

/** Long enough for a typist's pause, short enough to feel at once. */
const REST_MS = 300;

type Props = { label: string; value: string; change: (value: string) => void };

export function SearchField({ label, value, change }: Props) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const timer = useRef<number | undefined>(undefined);
  if (known !== value) {
    setKnown(value);
    if (typed.trim() !== value) setTyped(value);
  }
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const apply = (next: string) => {
    window.clearTimeout(timer.current);
    setKnown(next.trim());
    change(next.trim());
  };
  return (
    <Input
      className="search-field"
      type="search"
      aria-label={label}
      placeholder={label}
      prefix={<Icon name="search" />}
      value={typed}
      maxLength={LETTERS_MAX}
      onChange={(event) => {
        const next = event.target.value;
        setTyped(next);
        window.clearTimeout(timer.current);
        timer.current = window.setTimeout(() => apply(next), next ? REST_MS : 0);
      }}
      onPressEnter={() => apply(typed)}
    />
  );
}

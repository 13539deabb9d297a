/** Names and values of one thing, as a list of terms. */
import type { ReactNode } from "react";

export type Property = { key: string; name: string; value: ReactNode };

export function Properties({ properties }: { properties: Property[] }) {
  return (
    <dl className="properties">
      {properties.map(({ key, name, value }) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

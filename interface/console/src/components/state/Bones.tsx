/** Grey shapes where content will stand, so that a screen keeps its form while it loads. */
import type { ReactNode } from "react";
import { useText } from "../../i18n/useText";

export function Bone({ width = "100%", height = 14 }: { width?: number | string; height?: number }) {
  return <span className="bone" style={{ width, height }} />;
}

/** Tells readers once that something loads; the shapes themselves say nothing. */
export function Loading({ children }: { children: ReactNode }) {
  const text = useText();
  return (
    <div className="loading">
      <span className="visually-hidden" role="status">
        {text("state-loading")}
      </span>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}

/** A table's shape: a head and rows of cells with uneven lengths. */
export function TableBones({ rows = 10, columns = 5 }: { rows?: number; columns?: number }) {
  return (
    <Loading>
      <div className="panel bones-table">
        {Array.from({ length: rows + 1 }, (_, row) => (
          <div className="bones-row" key={row}>
            {Array.from({ length: columns }, (_, column) => (
              <Bone key={column} width={`${30 + ((row * 7 + column * 13) % 5) * 12}%`} height={row === 0 ? 10 : 14} />
            ))}
          </div>
        ))}
      </div>
    </Loading>
  );
}

/** A detail page's shape: figures above, a table below. */
export function DetailBones() {
  return (
    <Loading>
      <div className="panel bones-block">
        <Bone width="40%" height={20} />
        <Bone width="70%" />
        <Bone width="60%" />
        <Bone width="65%" />
      </div>
      <div className="panel bones-block">
        <Bone width="25%" height={18} />
        {Array.from({ length: 6 }, (_, row) => (
          <Bone key={row} width={`${85 - row * 6}%`} />
        ))}
      </div>
    </Loading>
  );
}

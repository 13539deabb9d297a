/** Where in a list one is, and the ways to the pages beside. */
import { Button } from "antd";
import { PAGE_ROWS } from "../../api/lists";
import { useText } from "../../i18n/useText";
import { Icon } from "../Icon";

type Props = {
  total: number;
  rows: number;
  page: number;
  nextCursor: string | null;
  next: (cursor: string) => void;
  previous: () => void;
};

export function Pager({ total, rows, page, nextCursor, next, previous }: Props) {
  const text = useText();
  const first = (page - 1) * PAGE_ROWS + 1;
  return (
    <nav className="pager" aria-label={text("pager-name")}>
      <span className="muted" role="status">
        {text("pager-range", { first, last: first + rows - 1, total })}
      </span>
      <span className="pager-buttons">
        <Button onClick={previous} disabled={page <= 1} icon={<Icon name="previous" />}>
          {text("pager-previous")}
        </Button>
        <Button
          onClick={() => nextCursor && next(nextCursor)}
          disabled={!nextCursor}
          icon={<Icon name="next" />}
          iconPlacement="end"
        >
          {text("pager-next")}
        </Button>
      </span>
    </nav>
  );
}

/** What the member did, newest first. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link } from "react-router";
import { timelineQuery } from "../../api/members";
import type { TimelineEntry } from "../../api/types";
import { kindIcon, kindName } from "../../components/event/kinds";
import { Icon } from "../../components/Icon";
import { productPath } from "../../components/paths";
import { TableBones } from "../../components/state/Bones";
import { Failure } from "../../components/state/Failure";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";

/** An order may have a thousand products; the first few tell what it was. */
const PRODUCTS_SHOWN = 4;

export function Timeline({ id }: { id: string }) {
  const text = useText();
  const query = useInfiniteQuery(timelineQuery(id));
  if (!query.data) {
    if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
    return <TableBones rows={6} columns={2} />;
  }
  const entries = query.data.pages.flatMap((page) => page.items);
  if (entries.length === 0) return <p className="muted pad">{text("member-timeline-none")}</p>;
  return (
    <>
      <ol className="timeline">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {query.error && <Failure error={query.error} retry={() => void query.fetchNextPage()} />}
      {query.hasNextPage && !query.error && (
        <p className="pad">
          <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
            {text("action-show-more")}
          </Button>
        </p>
      )}
    </>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const text = useText();
  const format = useFormat();
  const shown = entry.products.slice(0, PRODUCTS_SHOWN);
  const more = entry.products.length - shown.length;
  return (
    <li>
      <span className="timeline-mark">
        <Icon name={kindIcon(entry.kind)} />
      </span>
      <div>
        <p className="timeline-head">
          <strong>{kindName(text, entry.kind)}</strong>
          {entry.value && <span>{format.money(entry.value)}</span>}
          <time className="muted" dateTime={entry.occurred_at}>
            {format.dateTime(entry.occurred_at)}
          </time>
        </p>
        {shown.length > 0 && (
          <ul className="timeline-products">
            {shown.map((product) => (
              <li key={product.id}>
                <Link to={productPath(product.id)}>{product.title}</Link>
              </li>
            ))}
            {more > 0 && <li className="muted">{text("products-more", { count: more })}</li>}
          </ul>
        )}
        {entry.properties.length > 0 && (
          <p className="muted small">
            {entry.properties.map(({ name, value }) => `${name}: ${value}`).join(" · ")}
          </p>
        )}
      </div>
    </li>
  );
}

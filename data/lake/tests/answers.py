"""Answers of DuckDB over a lake's folder, as JSON: once by a pattern of paths, once by the manifest's list."""

import json
import sys
from pathlib import Path

import duckdb

root = Path(sys.argv[1])
manifest = json.loads((root / "manifest.json").read_text())
by_list = [str(root / file["path"]) for file in manifest["files"]]
by_glob = str(root / "events" / "*" / "*" / "*.parquet")


def one(text, source):
    return duckdb.sql(text.replace("EVENTS", f"read_parquet({source!r}, hive_partitioning = true)")).fetchall()


def answers(source):
    return {
        "rows": one("select count(*) from EVENTS", source)[0][0],
        "people": one("select count(distinct actor) from EVENTS", source)[0][0],
        "value_minor": int(one("select coalesce(sum(value_minor), 0) from EVENTS", source)[0][0]),
        "pieces": int(
            one("select coalesce(sum(item.quantity), 0) from (select unnest(items) as item from EVENTS)", source)[0][0]
        ),
        "consents": one("select coalesce(sum(len(consent)), 0)::bigint from EVENTS", source)[0][0],
        "kinds": dict(one("select kind, count(*) from EVENTS group by kind", source)),
        "months": dict(one("select strftime(occurred_at, '%Y-%m'), count(*) from EVENTS group by 1", source)),
        "misplaced": one("select count(*) from EVENTS where strftime(occurred_at, '%Y-%m') <> month", source)[0][0],
        "sources": dict(
            one("select utm->>'source', count(*) from EVENTS where utm is not null group by 1", source)
        ),
        "funnel": list(
            one(
                """
                with
                  first as (select actor, min(occurred_at) as at from EVENTS
                            where kind = 'product_viewed' and actor is not null group by actor),
                  second as (select e.actor, min(e.occurred_at) as at from EVENTS e join first f
                             on e.actor = f.actor and e.occurred_at > f.at and e.kind = 'product_added' group by e.actor),
                  third as (select e.actor, min(e.occurred_at) as at from EVENTS e join second s
                            on e.actor = s.actor and e.occurred_at > s.at and e.kind = 'order_completed'
                            group by e.actor)
                select (select count(*) from first), (select count(*) from second), (select count(*) from third)
                """,
                source,
            )[0]
        ),
    }


duckdb.sql("set timezone = 'UTC'")
print(json.dumps({"list": answers(by_list), "glob": answers(by_glob)}))

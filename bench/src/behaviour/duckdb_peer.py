"""The questions of `mercat-bench behaviour` in DuckDB. Reads a JSON task on standard input, answers in JSON."""

import json
import resource
import sys
import time

import duckdb

task = json.load(sys.stdin)
db = duckdb.connect()
# The answer goes to standard output, and nothing else may.
db.execute("SET enable_progress_bar = false")
day_us = 86_400_000_000
files = ", ".join("'" + path.replace("'", "''") + "'" for path in task["files"])
db.execute(
    f"""CREATE VIEW events AS
    SELECT actor, kind, epoch_us(occurred_at) AS us FROM read_parquet([{files}]) WHERE actor IS NOT NULL"""
)

following = "OVER (PARTITION BY actor ORDER BY us ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)"

# The earliest next step is always as good as a later one, so the next order after the next adding is enough.
funnel = f"""
WITH steps AS (
    SELECT actor, kind, us, min(CASE WHEN kind = 'order_completed' THEN us END) {following} AS ordered
    FROM events WHERE kind IN ('product_viewed', 'product_added', 'order_completed')
), chained AS (
    SELECT actor, kind, us,
        min(CASE WHEN kind = 'product_added' THEN us END) {following} AS added,
        min(CASE WHEN kind = 'product_added' THEN ordered END) {following} AS ordered
    FROM steps WHERE kind <> 'order_completed'
)
SELECT count(DISTINCT actor),
    count(DISTINCT CASE WHEN added - us <= {task["window_days"] * day_us} THEN actor END),
    count(DISTINCT CASE WHEN ordered - us <= {task["window_days"] * day_us} THEN actor END)
FROM chained WHERE kind = 'product_viewed'
"""

did = f"""
SELECT count(*) FROM (
    SELECT actor FROM events WHERE kind IN ('product_added', 'order_completed') GROUP BY actor
    HAVING count(*) FILTER (kind = 'product_added') >= {task["added_min"]}
       AND count(*) FILTER (kind = 'order_completed') = 0
)
"""

# 1970-01-01 was a Thursday: three days more make weeks from Monday.
week = lambda us: f"(({us} // {day_us} + 3) // 7)"
retention = f"""
WITH weeks AS (
    SELECT DISTINCT actor, {week("us")} AS week FROM events
), cohorts AS (
    SELECT actor, min(week) AS cohort FROM weeks GROUP BY actor
)
SELECT cohort * 7 - 3, week - cohort, count(*) FROM weeks JOIN cohorts USING (actor) GROUP BY ALL ORDER BY ALL
"""

answers = []
for name, sql, shape in [
    ("funnel of 3 steps", funnel, lambda rows: list(rows[0])),
    ("did A, not B", did, lambda rows: rows[0][0]),
    ("weekly retention", retention, lambda rows: [list(row) for row in rows]),
]:
    seconds = []
    for _ in range(task["runs"]):
        started = time.perf_counter()
        rows = db.execute(sql).fetchall()
        seconds.append(time.perf_counter() - started)
    answers.append({"name": name, "answer": shape(rows), "seconds": min(seconds)})

peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
json.dump({"version": duckdb.__version__, "peak_mb": peak_mb, "answers": answers}, sys.stdout)

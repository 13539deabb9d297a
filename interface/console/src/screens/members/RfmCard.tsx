/** The member's recency, frequency and monetary scores, and the segment that they make, explained. */
import type { RfmItem } from "../../api/types";
import { Panel } from "../../components/Panel";
import { useFormat } from "../../i18n/useFormat";
import { msg, useText } from "../../i18n/useText";

/** Scores are quintiles of all members. */
const SCORE_MAX = 5;

const SEGMENTS: Record<string, { name: string; help: string }> = {
  champions: { name: msg("segment-champions"), help: msg("segment-champions-help") },
  loyal: { name: msg("segment-loyal"), help: msg("segment-loyal-help") },
  potential_loyalist: { name: msg("segment-potential-loyalist"), help: msg("segment-potential-loyalist-help") },
  new: { name: msg("segment-new"), help: msg("segment-new-help") },
  promising: { name: msg("segment-promising"), help: msg("segment-promising-help") },
  needs_attention: { name: msg("segment-needs-attention"), help: msg("segment-needs-attention-help") },
  about_to_sleep: { name: msg("segment-about-to-sleep"), help: msg("segment-about-to-sleep-help") },
  at_risk: { name: msg("segment-at-risk"), help: msg("segment-at-risk-help") },
  cannot_lose: { name: msg("segment-cannot-lose"), help: msg("segment-cannot-lose-help") },
  hibernating: { name: msg("segment-hibernating"), help: msg("segment-hibernating-help") },
  lost: { name: msg("segment-lost"), help: msg("segment-lost-help") },
};

export function RfmCard({ rfm }: { rfm: RfmItem | null }) {
  const text = useText();
  const format = useFormat();
  if (!rfm) {
    return (
      <Panel title={text("rfm-title")}>
        <p className="muted">{text("rfm-none")}</p>
      </Panel>
    );
  }
  const segment = SEGMENTS[rfm.segment];
  const rows = [
    {
      key: "recency",
      name: text("rfm-recency"),
      value: text("days-ago", { count: rfm.recency_days }),
      score: rfm.recency_score,
    },
    {
      key: "frequency",
      name: text("rfm-frequency"),
      value: text("orders-count", { count: rfm.frequency }),
      score: rfm.frequency_score,
    },
    {
      key: "monetary",
      name: text("rfm-monetary"),
      value: format.money(rfm.monetary),
      score: rfm.monetary_score,
    },
  ];
  return (
    <Panel title={text("rfm-title")} note={text("rfm-note")}>
      <p className="segment">
        <strong>{segment ? text(segment.name) : rfm.segment}</strong>
        {segment && <span>{text(segment.help)}</span>}
      </p>
      <dl className="rfm">
        {rows.map(({ key, name, value, score }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>
              <span>{value}</span>
              <Score score={score} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function Score({ score }: { score: number }) {
  const text = useText();
  return (
    <span className="score">
      <span className="score-dots" aria-hidden="true">
        {Array.from({ length: SCORE_MAX }, (_, index) => (
          <span key={index} className={index < score ? "full" : undefined} />
        ))}
      </span>
      <span className="visually-hidden">{text("rfm-score", { score, max: SCORE_MAX })}</span>
      <span aria-hidden="true">{score}</span>
    </span>
  );
}

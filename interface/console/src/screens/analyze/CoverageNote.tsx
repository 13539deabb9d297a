/** Says when an answer does not hold everything that came. */
import { Alert } from "antd";
import type { Coverage } from "../../api/types";
import { useText } from "../../i18n/useText";

export function CoverageNote({ coverage }: { coverage: Coverage }) {
  const text = useText();
  if (!coverage.cut) return null;
  return <Alert type="warning" title={text("coverage-cut")} />;
}

/** Saves the rows of a table as a CSV file. */
import { Button } from "antd";
import { useText } from "../i18n/useText";
import { type CsvCell, csvOf, saveCsv } from "./csv";
import { Icon } from "./Icon";

type Props = {
  /** The file's name without its end. */
  name: string;
  header: string[];
  rows: () => CsvCell[][];
};

export function CsvButton({ name, header, rows }: Props) {
  const text = useText();
  return (
    <Button icon={<Icon name="download" />} onClick={() => saveCsv(name, csvOf(header, rows()))}>
      {text("action-csv")}
    </Button>
  );
}

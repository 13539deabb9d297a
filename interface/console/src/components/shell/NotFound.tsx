/** An address that is no screen. */
import { Link } from "react-router";
import { useText } from "../../i18n/useText";
import { PageHeading } from "../PageHeading";
import { HOME } from "../paths";
import { Notice } from "../state/Notice";

export function NotFound() {
  const text = useText();
  return (
    <>
      <PageHeading title={text("not-found-title")} />
      <Notice icon="search" title={text("not-found-what")} actions={<Link to={HOME}>{text("not-found-home")}</Link>} />
    </>
  );
}

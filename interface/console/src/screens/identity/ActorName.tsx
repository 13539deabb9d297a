/** Whom a statement is about: a visitor by their own id, or a member. */
import { Link } from "react-router";
import { memberPath } from "../../components/paths";
import { useText } from "../../i18n/useText";

const VISITOR = "anon:";

export function ActorName({ actor }: { actor: string }) {
  const text = useText();
  if (actor.startsWith(VISITOR)) {
    return (
      <>
        {text("person-visitor")} <code>{actor.slice(VISITOR.length)}</code>
      </>
    );
  }
  return (
    <Link to={memberPath(actor)}>
      {text("person-member")} <code>{actor}</code>
    </Link>
  );
}

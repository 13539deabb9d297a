/** What stands there until it is known who is at the screen. */
import { useText } from "../../i18n/useText";
import { Brand } from "./Brand";

export function Splash() {
  const text = useText();
  return (
    <main className="splash" aria-busy="true">
      <Brand size={40} />
      <span className="visually-hidden" role="status">
        {text("state-loading")}
      </span>
    </main>
  );
}

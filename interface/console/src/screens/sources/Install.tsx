/** What to paste where: a snippet for each client library, with the key and the shop's address filled in. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sessionQuery } from "../../api/session";
import type { Source } from "../../api/types";
import { CopyButton } from "../../components/CopyButton";
import { Choice } from "../../components/list/Choice";
import { ScrollRegion } from "../../components/ScrollRegion";
import { Notice } from "../../components/state/Notice";
import { useText } from "../../i18n/useText";
import { type Snippet, snippetsOf } from "./snippets";

export function Install({ source }: { source: Source }) {
  const text = useText();
  const consent = useQuery(sessionQuery).data?.shop.consent_policy ?? "required";
  const [chosen, setChosen] = useState<string>();
  const key = source.keys.findLast(({ revoked_at }) => revoked_at === null)?.key;
  if (!key) {
    return (
      <Notice icon="lock" title={text("install-no-key")}>
        <p>{text("install-no-key-help")}</p>
      </Notice>
    );
  }
  const snippets = snippetsOf({ key, url: window.location.origin, kind: source.kind, consent });
  const snippet = snippets.find(({ id }) => id === chosen) ?? snippets[0];
  if (!snippet) return null;
  return (
    <div className="pad install">
      <p className="muted">{source.kind === "storefront" ? text("install-storefront") : text("install-help")}</p>
      <Choice
        label={text("install-library")}
        value={snippet.id}
        options={snippets.map(({ id, name }) => ({ value: id, label: name }))}
        change={setChosen}
        width={220}
      />
      <SnippetCode key={snippet.id} snippet={snippet} />
    </div>
  );
}

function SnippetCode({ snippet: { name, install, code } }: { snippet: Snippet }) {
  const text = useText();
  return (
    <>
      {install && <Code value={install} label={text("install-command", { name })} />}
      <Code value={code} label={text("install-code", { name })} />
    </>
  );
}

function Code({ value, label }: { value: string; label: string }) {
  const text = useText();
  return (
    <div className="code-block">
      <ScrollRegion label={label}>
        <pre>{value}</pre>
      </ScrollRegion>
      <CopyButton value={value} label={text("copy-what", { what: label })} />
    </div>
  );
}

/** Takes back a wrong merge, after asking. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useState } from "react";
import { undoMerge } from "../../api/identity";
import type { Merge } from "../../api/types";
import { Confirm } from "../../components/Confirm";
import { usePermission } from "../../components/state/NoPermission";
import { useText } from "../../i18n/useText";
import { ActorName } from "./ActorName";

export function UndoMerge({ merge }: { merge: Merge }) {
  const text = useText();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const allowed = usePermission("members:write");
  const [asking, setAsking] = useState(false);
  const mutation = useMutation({
    mutationFn: () => undoMerge(merge.id),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["members"] });
      await queryClient.invalidateQueries({ queryKey: ["list", "/api/admin/v1/identity/merges"] });
      void message.success(text("merge-undo-done"));
      setAsking(false);
    },
  });
  if (!allowed || merge.outcome !== "merged") return null;
  return (
    <>
      <Button size="small" aria-label={text("merge-undo-one", { actor: merge.actor })} onClick={() => setAsking(true)}>
        {text("merge-undo")}
      </Button>
      {asking && (
        <Confirm
          title={text("merge-undo-title")}
          action={text("merge-undo")}
          pending={mutation.isPending}
          error={mutation.error}
          confirm={() => mutation.mutate()}
          close={() => setAsking(false)}
        >
          <p>
            <ActorName actor={merge.actor} />
          </p>
          <p>{text("merge-undo-help")}</p>
        </Confirm>
      )}
    </>
  );
}

/** Forgets a person for good, after they who do it have typed the member's number. Then the profile is gone. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input } from "antd";
import { useId, useState } from "react";
import { useNavigate } from "react-router";
import { eraseMember } from "../../api/identity";
import type { MemberDetail } from "../../api/types";
import { Confirm } from "../../components/Confirm";
import { Icon } from "../../components/Icon";
import { membersPath } from "../../components/paths";
import { usePermission } from "../../components/state/NoPermission";
import { useText } from "../../i18n/useText";

export function ForgetMember({ member }: { member: MemberDetail }) {
  const text = useText();
  const allowed = usePermission("members:erase");
  const [asking, setAsking] = useState(false);
  if (!allowed) return null;
  return (
    <div className="forget">
      <div>
        <h2>{text("forget-title")}</h2>
        <p className="panel-note">{text("forget-note")}</p>
      </div>
      <Button danger icon={<Icon name="trash" />} onClick={() => setAsking(true)}>
        {text("forget-action")}
      </Button>
      {asking && <Asking member={member} close={() => setAsking(false)} />}
    </div>
  );
}

function Asking({ member, close }: { member: MemberDetail; close: () => void }) {
  const text = useText();
  const id = useId();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState("");
  const mutation = useMutation({
    mutationFn: () => eraseMember(member.id),
    onSuccess: async () => {
      void message.success(text("forget-done", { number: member.number }));
      await navigate(membersPath());
      // What is left of them in the cache goes too; lists are asked again.
      queryClient.removeQueries({ queryKey: ["members", member.id] });
      await queryClient.invalidateQueries({ queryKey: ["list"] });
    },
  });
  return (
    <Confirm
      title={text("forget-confirm", { number: member.number })}
      action={text("forget-action")}
      disabled={typed.trim() !== member.number}
      pending={mutation.isPending}
      error={mutation.error}
      confirm={() => mutation.mutate()}
      close={close}
    >
      <ul>
        <li>{text("forget-goes")}</li>
        <li>{text("forget-stays")}</li>
        <li>{text("forget-final")}</li>
      </ul>
      <label htmlFor={id}>{text("forget-type", { number: member.number })}</label>
      <Input id={id} value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
    </Confirm>
  );
}

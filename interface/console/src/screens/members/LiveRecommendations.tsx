/** What the shop would recommend to the member now, and by which model. */
import { useQuery } from "@tanstack/react-query";
import { memberRecommendationsQuery } from "../../api/members";
import { Recommendations } from "../../components/Recommendations";
import { DetailBones } from "../../components/state/Bones";
import { Loaded } from "../../components/state/Loaded";
import { useText } from "../../i18n/useText";

export function LiveRecommendations({ id }: { id: string }) {
  const text = useText();
  const query = useQuery(memberRecommendationsQuery(id));
  return (
    <div className="pad">
      <Loaded query={query} bones={<DetailBones />}>
        {({ items, model_version, personal }) => (
          <>
            <p className="muted">
              {personal ? text("recommendations-personal") : text("recommendations-not-personal")}{" "}
              {model_version
                ? text("recommendations-model", { version: model_version })
                : text("recommendations-no-model")}
            </p>
            <Recommendations items={items} />
          </>
        )}
      </Loaded>
    </div>
  );
}

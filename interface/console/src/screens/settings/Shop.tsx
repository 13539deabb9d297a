/** The shop's name, currency, time zone and default language; admins change them, others may read. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Form, Input, Select } from "antd";
import { useEffect } from "react";
import { hasCode, problemOf } from "../../api/problem";
import { sessionQuery } from "../../api/session";
import { changeSettings, settingsQuery } from "../../api/settings";
import type { Settings, SettingsChange } from "../../api/types";
import { PageHeading } from "../../components/PageHeading";
import { DetailBones } from "../../components/state/Bones";
import { Loaded } from "../../components/state/Loaded";
import { NoPermission, usePermission } from "../../components/state/NoPermission";
import { LOCALE_NAMES, isLocale } from "../../i18n/locale";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";
import { FormProblem } from "../session/FormProblem";

const FIELDS = ["name", "currency", "time_zone", "default_locale"] as const;
const NAME_LETTERS_MAX = 100;

export function Component() {
  const text = useText();
  const allowed = usePermission("settings:write");
  const query = useQuery({ ...settingsQuery, enabled: allowed });
  return (
    <>
      <PageHeading title={text("nav-shop-settings")} note={text("shop-note")} />
      {allowed ? (
        <Loaded query={query} bones={<DetailBones />}>
          {(settings) => <SettingsForm settings={settings} />}
        </Loaded>
      ) : (
        <NoPermission />
      )}
    </>
  );
}

function SettingsForm({ settings }: { settings: Settings }) {
  const text = useText();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<SettingsChange>();
  const mutation = useMutation({
    mutationFn: changeSettings,
    onSuccess: async (changed) => {
      queryClient.setQueryData(settingsQuery.queryKey, changed);
      void message.success(text("shop-saved"));
      await queryClient.invalidateQueries(sessionQuery);
      // Reports bucket in the time zone, texts fall back to the default language.
      await queryClient.invalidateQueries({ predicate: (query) => query.queryKey[0] !== "session" });
    },
  });
  const problem = mutation.error ? problemOf(mutation.error) : undefined;
  useEffect(() => {
    const field = FIELDS.find((name) => name === problem?.field);
    if (field && problem) form.setFields([{ name: field, errors: [problem.detail || problem.title] }]);
  }, [form, problem]);
  if (hasCode(mutation.error, "forbidden")) return <NoPermission problem={problem} />;
  return (
    <section className="panel form-panel">
      <FormProblem error={mutation.error} />
      <Form<SettingsChange>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={settings}
        onFinish={(change) => mutation.mutate(change)}
      >
        <SettingsFields settings={settings} />
        <Button type="primary" htmlType="submit" loading={mutation.isPending}>
          {text("action-save")}
        </Button>
      </Form>
    </section>
  );
}

function SettingsFields({ settings }: { settings: Settings }) {
  const text = useText();
  const format = useFormat();
  const currencies = withValue(Intl.supportedValuesOf("currency"), settings.currency);
  const zones = withValue(["UTC", ...Intl.supportedValuesOf("timeZone")], settings.time_zone);
  const searchable = { optionFilterProp: "label" };
  return (
    <>
      <Form.Item
        name="name"
        label={text("field-shop-name")}
        rules={[{ required: true, whitespace: true, message: text("field-missing") }]}
      >
        <Input autoComplete="organization" maxLength={NAME_LETTERS_MAX} />
      </Form.Item>
      <Form.Item name="currency" label={text("currency-name")} extra={text("shop-currency-help")}>
        <Select
          showSearch={searchable}
          options={currencies.map((code) => ({ value: code, label: `${code} · ${format.currencyName(code)}` }))}
        />
      </Form.Item>
      <Form.Item name="time_zone" label={text("shop-time-zone")} extra={text("shop-time-zone-help")}>
        <Select showSearch={searchable} options={zones.map((zone) => ({ value: zone, label: zone }))} />
      </Form.Item>
      <Form.Item name="default_locale" label={text("shop-language")} extra={text("shop-language-help")}>
        <Select
          options={settings.locales.map((locale) => ({
            value: locale,
            label: isLocale(locale) ? LOCALE_NAMES[locale] : locale,
          }))}
        />
      </Form.Item>
    </>
  );
}

/** The browser may not know the value that is set. */
function withValue(known: string[], value: string): string[] {
  return known.includes(value) ? [...new Set(known)] : [value, ...new Set(known)];
}

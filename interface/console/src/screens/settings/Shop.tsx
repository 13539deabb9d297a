/** The shop's name, currency, time zone, default language and consent policy; admins change them, others may read. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Form, Input, Select } from "antd";
import { useEffect } from "react";
import { hasCode, problemOf } from "../../api/problem";
import { sessionQuery } from "../../api/session";
import { changeSettings, settingsQuery } from "../../api/settings";
import type { Settings, SettingsChange } from "../../api/types";
import { PageHeading } from "../../components/PageHeading";
import { Panel } from "../../components/Panel";
import { Properties } from "../../components/Properties";
import { DetailBones } from "../../components/state/Bones";
import { Loaded } from "../../components/state/Loaded";
import { problemTitle } from "../../components/state/Failure";
import { NoPermission, usePermission } from "../../components/state/NoPermission";
import { LOCALE_NAMES, isLocale } from "../../i18n/locale";
import { useFormat } from "../../i18n/useFormat";
import { useText } from "../../i18n/useText";
import { FormProblem } from "../session/FormProblem";

const FIELDS = ["name", "currency", "time_zone", "default_locale", "consent_policy"] as const;
const CONSENT_POLICIES = ["required", "implied"];
const NAME_LETTERS_MAX = 100;

export function Component() {
  const text = useText();
  const allowed = usePermission("settings:write");
  const query = useQuery(settingsQuery);
  return (
    <>
      <PageHeading title={text("nav-shop-settings")} note={text("shop-note")} />
      <Loaded query={query} bones={<DetailBones />}>
        {(settings) => (allowed ? <SettingsForm settings={settings} /> : <SettingsOnly settings={settings} />)}
      </Loaded>
    </>
  );
}

/** For those who may read the settings and not change them. */
function SettingsOnly({ settings }: { settings: Settings }) {
  const text = useText();
  const format = useFormat();
  const { name, currency, time_zone, default_locale, consent_policy } = settings;
  return (
    <div className="report">
      <NoPermission />
      <Panel title={text("nav-shop-settings")}>
        <Properties
          properties={[
            { key: "name", name: text("field-shop-name"), value: name },
            { key: "currency", name: text("currency-name"), value: `${currency} · ${format.currencyName(currency)}` },
            { key: "zone", name: text("shop-time-zone"), value: time_zone },
            { key: "locale", name: text("shop-language"), value: localeName(default_locale) },
            { key: "consent", name: text("shop-consent"), value: policyName(text, consent_policy) },
          ]}
        />
      </Panel>
    </div>
  );
}

function policyName(text: ReturnType<typeof useText>, policy: string): string {
  return policy === "implied" ? text("shop-consent-implied") : text("shop-consent-required");
}

function localeName(locale: string): string {
  return isLocale(locale) ? LOCALE_NAMES[locale] : locale;
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
  const field = FIELDS.find((name) => name === problem?.field);
  useEffect(() => {
    if (!field || !problem) return;
    form.setFields([{ name: field, errors: [problem.detail || problemTitle(text, problem)] }]);
    form.getFieldInstance(field)?.focus();
  }, [form, problem, field, text]);
  if (hasCode(mutation.error, "forbidden")) return <NoPermission problem={problem} />;
  return (
    <section className="panel form-panel">
      <FormProblem error={field ? null : mutation.error} />
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
            label: localeName(locale),
          }))}
        />
      </Form.Item>
      <Form.Item name="consent_policy" label={text("shop-consent")} extra={text("shop-consent-help")}>
        <Select
          options={CONSENT_POLICIES.map((policy) => ({ value: policy, label: policyName(text, policy) }))}
        />
      </Form.Item>
    </>
  );
}

/** The browser may not know the value that is set. */
function withValue(known: string[], value: string): string[] {
  return known.includes(value) ? [...new Set(known)] : [value, ...new Set(known)];
}

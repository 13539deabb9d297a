/** What every page is shown in: the languages, the widths, and the words that a test looks for in either language. */

export const LOCALES = ["zh-CN", "en"];

/** The narrowest phone that WCAG 1.4.10 asks for, a tablet, and a desk. */
export const WIDTHS = [320, 768, 1440];

export const THEMES = ["light", "dark"];

/** The shop that `run.mjs` serves. */
export const shop = {
  url: required("MERCAT_URL"),
  adminEmail: required("MERCAT_ADMIN_EMAIL"),
  adminPassword: required("MERCAT_ADMIN_PASSWORD"),
};

function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set; run the tests with \`npm test\`, or set it to use a shop that is served`);
  }
  return value;
}

/** Accessible names in the console, in either language. */
export const words = {
  email: /e-?mail|邮箱|电子邮件/i,
  password: /^(password|密码)/i,
  signIn: /^(sign in|登录)$/i,
  signUp: /create|sign up|set up|创建|开始/i,
  secret: /secret|密钥|口令/i,
  shopName: /shop|店铺/i,
  name: /^(your )?name|^(你的|您的)?(姓名|名字)/i,
  language: /language|语言/i,
  theme: /theme|appearance|主题|外观/i,
  dark: /dark|深色/i,
  menu: /navigation|menu|导航|菜单/i,
  orders: { "zh-CN": "订单", en: "orders" },
  consent: { "zh-CN": "可以记住你的访问吗？", en: "May we remember your visit?" },
  acceptAll: { "zh-CN": "全部同意", en: "Accept all" },
  refuse: { "zh-CN": "仅限必要", en: "Only what is necessary" },
  changeChoice: { "zh-CN": "更改你的选择", en: "Change your choice" },
  keepChoice: { "zh-CN": "保存选择", en: "Keep this choice" },
};

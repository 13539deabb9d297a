### 运营控制台。

## Frame

skip-to-content = 跳到正文
nav-name = 主导航
nav-open = 打开导航
nav-home = 首页
nav-audience = 人群
nav-members = 会员
nav-discover = 发现
nav-models = 模型
nav-store = 店铺经营
nav-products = 商品
nav-orders = 订单
nav-returns = 退货
nav-settings = 设置
nav-shop-settings = 店铺
nav-api-settings = API
account-name = { $name } 的账号
theme-name = 主题
theme-system = 跟随系统
theme-light = 浅色
theme-dark = 深色
language-name = 语言
role-admin = 管理员
role-operator = 运营
role-support = 客服

## Actions

action-retry = 重试
action-reload = 重新加载
action-close = 关闭
action-save = 保存
action-sign-in = 登录
action-sign-out = 退出登录
action-show-more = 显示更多
action-clear-filters = 清除筛选

## Palette

palette-name = 命令面板
palette-open = 搜索或跳转…
palette-results = 结果
palette-pages = 页面
palette-actions = 操作
palette-theme = 主题：{ $theme }
palette-language = 语言：{ $language }
palette-searching = 正在搜索…
palette-nothing = 没有找到。
palette-failed = 搜索没有响应，页面和操作仍可使用。

## States of a screen

state-loading = 正在加载…
state-no-match = 没有符合筛选条件的结果
state-no-match-help = 去掉某个条件，或清除全部筛选。
state-forbidden = 当前角色没有此权限
state-forbidden-help = 您的角色是{ $role }。如有需要，请联系店铺管理员。
first-run-help = 用导入命令带入数据。可以重复执行，已有的数据不会重复。
first-run-demo = 也可以先看看演示店铺：
crash-title = 页面出错了
crash-what = 无法显示此页面
crash-help = 如果页面打开期间服务器更新过，重新加载即可。
not-found-title = 页面不存在
not-found-what = 这个地址没有对应的页面
not-found-home = 回到首页

## Problems

problem-no-answer = 服务器没有响应
problem-no-answer-next = 请检查网络连接以及服务器是否在运行，然后重试。
problem-unreadable-answer = 无法读取服务器的响应
problem-internal = 服务器内部错误
problem-timeout = 服务器响应超时
problem-not-found = 内容不存在
problem-unauthenticated = 登录已失效
problem-forbidden = 当前角色没有此权限
problem-csrf-token-invalid = 会话已变更，请重新加载页面后再试。
problem-too-many-attempts = 尝试次数过多
problem-wrong-credentials = 邮箱或密码不正确
problem-invalid-setup-secret = 首次启动密钥不正确
problem-already-set-up = 店铺已完成初始化
problem-invalid-field = 表单内容有误
problem-other = 出了点问题
problem-request-id = 请求编号：
problem-wait = 请在 { $seconds } 秒后重试。

## Set-up and sign-in

setup-title = 初始化店铺
setup-note = 为店铺命名，并创建首个管理员账号。只需进行一次。
setup-secret-where = 首次启动密钥用于确认您是这台服务器的管理者：服务器首次启动时，会把密钥打印在终端或日志里。
setup-submit = 完成初始化
sign-in-title = 登录
sign-in-note = 供店铺员工使用。
field-setup-secret = 首次启动密钥
field-shop-name = 店铺名称
field-your-name = 您的姓名
field-email = 邮箱
field-email-missing = 请输入邮箱
field-email-wrong = 邮箱格式不正确
field-password = 密码
field-password-missing = 请输入密码
field-password-rule = { $min }–{ $max } 个字符。几个随机词组合起来，既安全又好记。
field-missing = 此项必填

## Lists

list-total = 共 { $total } 条
pager-name = 分页
pager-range = 第 { $first }–{ $last } 条，共 { $total } 条
pager-previous = 上一页
pager-next = 下一页
filters-name = 当前筛选
filters-remove = 移除筛选：{ $filter }
sort-name = 排序
sort-newest = 最新优先
sort-oldest = 最早优先
sort-largest = 金额从高到低
sort-title = 按名称
sort-best-selling = 按销量
sort-price-asc = 价格从低到高
sort-price-desc = 价格从高到低
sort-name-of-member = 按姓名
sort-revenue = 收入最高
sort-orders = 订单最多
sort-last-order = 最近下单
chip-search = “{ $value }”
chip-category = 分类：{ $value }
chip-merchant = 商家：{ $value }
chip-status = 状态：{ $value }
chip-from = { $value } 起
chip-until = 截至 { $value }
chip-customers = 顾客：{ $value }
chip-country = 国家：{ $value }
chip-product = 商品：{ $value }
chip-member = 会员：{ $value }
chip-currency = 币种：{ $value }
chip-ordered-from = { $value } 起下单
chip-ordered-until = { $value } 前下单
chip-orders-min = 至少 { $count } 单
chip-cohort = { $value }首次下单
chip-active-in = { $value }有下单

## Columns

column-product = 商品
column-sku = SKU
column-category = 分类
column-merchant = 商家
column-status = 状态
column-price = 价格
column-unit-price = 单价
column-units = 件数
column-units-sold = 销量
column-quantity = 数量
column-returned = 已退
column-returned-at = 退货时间
column-total = 合计
column-order = 订单
column-return = 退货
column-placed = 下单时间
column-member = 会员
column-number = 编号
column-country = 国家
column-joined = 加入日期
column-first-order = 首次下单
column-last-order = 最近下单
column-created = 创建日期
column-source = 来源
source-own = 本店
country-any = 全部国家
country-unknown = 未知
category-any = 全部分类
merchant-any = 全部商家
status-any = 全部状态
currency-name = 币种
customers-name = 顾客
customers-known = 已知顾客
customers-guest = 游客
customers-all = 全部顾客
member-guest = 游客

## Counts

units-count = { $count } 件
lines-count = { $count } 行
orders-count = { $count } 单
returns-count = { $count } 笔退货
days-ago =
    { $count ->
        [0] 今天
       *[other] { $count } 天前
    }
products-more = 等另外 { $count } 件

## Home

home-empty = 还没有订单
home-compared = 变化幅度对比 { $period }
home-not-compared = { $period } 没有订单，无法对比
report-nothing = 这段时间没有订单。
period-name = 时间段
period-own = 自定义
period-7-days = 近 7 天
period-30-days = 近 30 天
period-90-days = 近 90 天
period-this-month = 本月
period-last-month = 上月
period-12-months = 近 12 个月
period-all = 全部时间
period-from = 开始日期
period-until = 结束日期
period-to = 至
figures-name = 关键指标
figure-revenue = 收入
figure-revenue-note = { $lines } 行，共 { $units } 件
figure-orders = 订单
figure-average-order-value = 客单价
figure-customers = 顾客
figure-repeat-rate = 复购率
figure-repeat-note = { $count } 位顾客下单 2 次以上
figure-returns = 退货额
figure-returns-note = { $count } 笔退货，占订单 { $share }
figure-net-revenue = 净收入
change-same = 持平
change-points = { $points } 个百分点
trend-title = 趋势
trend-metric = 指标
trend-view = 展示方式
trend-chart = 图表
trend-table = 表格
trend-by-day = 按日
trend-by-week = 按周
trend-by-month = 按月
top-products-title = 热销商品
countries-title = 国家
retention-title = 同期群留存
retention-note = 按首次下单月份分组的已知顾客，在之后各月再次下单的情况
retention-unit = 单元格显示
retention-share = 百分比
retention-count = 人数
retention-cohort = 同期群
retention-size = 人数
retention-month =
    { $month ->
        [0] 首次下单当月
       *[other] { $month } 个月后
    }
retention-cell = { $cohort }同期群在{ $month }：{ $size } 人中有 { $active } 人下单（{ $share }）
retention-legend = 下单比例：

## Products

products-search = 搜索名称或 SKU
products-empty = 还没有商品
product-name = 商品
product-about = 商品信息
product-attributes = 属性
product-attributes-none = 该商品没有属性。
product-similar = 相似商品
product-bought-together = 常一起购买
product-status-published = 在售
product-status-archived = 已下架

## Recommendations

recommendations-none = 暂时没有可推荐的商品。
recommendations-personal = 根据该会员自己的历史挑选。
recommendations-not-personal = 非个性化推荐：该会员没有历史记录，或已关闭个性化。
recommendations-model = 模型 { $version }。
recommendations-no-model = 尚未训练模型。
recommendation-score = 得分 { $score }
strategy-popular = 热门
strategy-popular-in-category = 分类热门
strategy-popular-in-region = 地区热门
strategy-newest = 新品
strategy-also-bought = 同购
strategy-similar = 相似
strategy-personal = 个性化

## Orders and returns

orders-search = 搜索订单号或会员
orders-empty = 还没有订单
order-title = 订单 { $number }
order-status-completed = 已完成
order-lines = 订单行
order-returns = 该订单的退货
order-returns-none = 没有退货。
returns-search = 搜索退货单号或会员
returns-empty = 还没有退货
return-title = 退货 { $number }
return-lines = 退货行
return-order-unknown = 未找到原订单

## Members

members-search = 搜索姓名、编号或邮箱
members-empty = 还没有会员
ordered-from = 下单开始日期
ordered-until = 下单结束日期
orders-min-name = 最少订单数
orders-min-any = 订单数不限
orders-min = 至少 { $count } 单
member-profile = 资料
member-activity = 动态
member-purchases = 购买记录
member-purchases-none = 该会员没有订单。
member-purchases-all = 查看该会员的全部 { $total } 单
member-timeline = 时间线
member-timeline-none = 还没有任何行为。
member-recommendations = 推荐
personalisation-off = 关闭个性化
personalisation-help = 开启后，搜索、推荐、价格、消息和广告都不再针对该会员做个性化处理。
personalisation-forbidden = 当前角色不能修改。
personalisation-failed = 未能修改，开关已还原
rfm-title = RFM
rfm-note = 1–5 分：该会员在全体会员中所处的五分位
rfm-none = 没有订单，暂无评分。
rfm-recency = 最近一次消费（R）
rfm-frequency = 消费频率（F）
rfm-monetary = 消费金额（M）
rfm-score = { $max } 分中的 { $score } 分
segment-champions = 核心会员
segment-champions-help = 近期购买，频次高、金额大。值得感谢，新品优先触达。
segment-loyal = 忠诚会员
segment-loyal-help = 经常购买，近期仍活跃。适合会员等级与评价激励。
segment-potential-loyalist = 潜力会员
segment-potential-loyalist-help = 近期多次购买，再多几单就会养成习惯。
segment-new = 新会员
segment-new-help = 刚刚首次购买，开局体验决定后续。
segment-promising = 有望会员
segment-promising-help = 近期购买，但消费尚少。可推荐与首单相配的商品。
segment-needs-attention = 需要关注
segment-needs-attention-help = 各项居中，需要一个及时的回访理由。
segment-about-to-sleep = 即将沉睡
segment-about-to-sleep-help = 低于平均水平，正在远离。
segment-at-risk = 流失风险
segment-at-risk-help = 曾经常购买，但已很久没来。了解原因，争取召回。
segment-cannot-lose = 重点挽留
segment-cannot-lose-help = 曾是最好的会员之一，但已很久没来。值得专人跟进。
segment-hibernating = 沉睡会员
segment-hibernating-help = 消费少，且很久没来。
segment-lost = 已流失
segment-lost-help = 消费少，且最久没来。
event-page-viewed = 浏览页面
event-product-viewed = 浏览商品
event-product-list-viewed = 浏览列表
event-products-searched = 搜索
event-product-added = 加入购物车
event-product-removed = 移出购物车
event-checkout-started = 开始结算
event-order-completed = 下单
event-order-refunded = 退货
event-product-reviewed = 评价商品

## Models

models-note = 推荐由这些模型生成。更差的模型不会替换更好的模型。
models-empty = 尚未训练模型
models-empty-help = 在此之前，店铺展示最新商品。用事件训练一个：
model-version = 模型版本
model-kind-recommend = 商品推荐
model-active = 使用中
model-inactive = 已保留
model-trained = 训练时间
model-events = 事件
model-metrics = 留出集指标
metric-members-tested = 测试会员数
metric-personal-hr-at-10 = HR@10（个性化）
metric-popular-hr-at-10 = HR@10（热门）
metric-coverage = 商品覆盖率

## Settings

shop-note = 店铺的名称，以及统计和显示的方式。
shop-saved = 设置已保存
shop-currency-help = 用于新价格。已有订单保留下单时的币种。
shop-time-zone = 时区
shop-time-zone-help = 所有报表的日和月都按此时区划分。
shop-language = 默认语言
shop-language-help = 当内容缺少访客所用语言的版本时显示。
shop-consent = 访客同意
shop-consent-required = 先询问
shop-consent-implied = 默认记录，直到访客拒绝
shop-consent-help = 选择先询问时，访客同意之前不做任何记录。应选哪一种，取决于访客所在地的法律。要求不被跟踪的浏览器永远不会被记录；营销始终需要明确同意。
api-note = 供开发者上报事件、读取决策或对接其他系统。
api-reference = 参考
api-docs = API 文档
api-docs-help = 所有接口及其字段、错误和限制，可阅读也可试用。
api-openapi = OpenAPI 文件
api-openapi-help = OpenAPI 3.1，可用于生成客户端。

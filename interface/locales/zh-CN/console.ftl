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
nav-analyze = 分析
nav-live-events = 实时事件
nav-funnel = 漏斗
nav-retention = 留存
nav-paths = 路径
nav-sources = 数据源
nav-privacy = 隐私
nav-identity = 身份合并

## Actions

action-retry = 重试
action-reload = 重新加载
action-close = 关闭
action-save = 保存
action-sign-in = 登录
action-sign-out = 退出登录
action-show-more = 显示更多
action-clear-filters = 清除筛选
action-csv = 下载 CSV
action-cancel = 取消
action-add = 添加
action-edit = 编辑
action-remove = 移除
action-copy = 复制
copy-done = 已复制
copy-failed = 浏览器不允许复制，请手动选择文本。
copy-what = 复制：{ $what }
column-action = 操作

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

## Events

kind-free = 使用“{ $name }”
event-any = 任意事件
event-screen-viewed = 浏览应用页面
event-product-list-filtered = 筛选列表
event-product-clicked = 点击商品
event-product-wished = 加入收藏
event-product-unwished = 取消收藏
event-product-shared = 分享商品
event-cart-viewed = 查看购物车
event-checkout-step-viewed = 查看结算步骤
event-checkout-step-completed = 完成结算步骤
event-payment-info-entered = 填写支付信息
event-order-updated = 修改订单
event-order-cancelled = 取消订单
event-coupon-entered = 输入优惠券
event-coupon-applied = 优惠券生效
event-coupon-denied = 优惠券被拒
event-coupon-removed = 移除优惠券
event-promotion-viewed = 看到促销
event-promotion-clicked = 点击促销
event-identified = 识别身份
event-aliased = 关联身份
event-grouped = 加入群组
event-column-device = 设备
event-column-region = 地区
event-column-channel = 渠道
event-column-source = 数据源
event-column-product = 商品
event-column-merchant = 商家
event-column-currency = 货币
event-column-url = 网址
event-column-session = 会话
event-column-utm-source = 推广来源
event-column-utm-medium = 推广媒介
event-column-utm-campaign = 推广活动

## People

person-name = 人
person-kind = 类型
person-member = 会员
person-visitor = 访客
person-visitor-id = 访客 ID
people-none = 这个数字背后没有人。
people-shown = { $count } 人
people-shown-more = 已显示 { $count } 人，还有更多
figure-people = 人数
column-event = 事件

## Analyze

period-days = 最近 { $count } 天
coverage-cut = 事件超过了一次报表能读取的数量，缺少最新的部分。

## Funnel

funnel-note = 有多少人依次完成各步，又在哪里停下
funnel-steps = 步骤
funnel-steps-note = 按此顺序，其间可以有其他事件
funnel-step = 步骤
funnel-step-add = 添加步骤
funnel-step-kind = 第 { $number } 步的事件
funnel-step-choose = 选择事件
funnel-step-up = 上移第 { $number } 步
funnel-step-down = 下移第 { $number } 步
funnel-step-remove = 移除第 { $number } 步
funnel-condition-add = 添加条件
funnel-condition-add-to = 给第 { $number } 步添加条件
funnel-condition-column = 第 { $number } 步条件的字段
funnel-condition-test = 第 { $number } 步条件的比较方式
funnel-condition-value = 第 { $number } 步条件的值
funnel-condition-value-hint = 值
condition-is = 等于
condition-is-not = 不等于
condition-contains = 包含
condition-is-there = 存在
funnel-window = 完成时限
funnel-window-days = { $count } 天内完成
funnel-by = 细分维度
funnel-by-none = 不细分
funnel-empty = 没有人完成第一步
funnel-empty-help = 请选择更长的时间段，或更换第一步。
funnel-conversion = 转化率 { $share }
funnel-about = { $first } 人中有 { $last } 人，{ $period }
funnel-rate = 占第一步
funnel-rate-before = 占上一步
funnel-dropped = 在此停下
funnel-median-time = 耗时中位数
funnel-p90-time = 九成耗时在
funnel-median-seconds = 耗时中位数（秒）
funnel-p90-seconds = 耗时第 90 百分位（秒）
funnel-of-before = 上一步的 { $share }
funnel-median = 中位数 { $time }
funnel-dropped-here = { $count } 人在此停下（{ $share }）
funnel-people-count = { $count } 人到达“{ $event }”
funnel-dropped-count = { $count } 人在“{ $event }”后停下
funnel-people = 到达“{ $event }”的人
funnel-people-dropped = 在“{ $event }”后停下的人
funnel-groups = 按{ $column }细分
funnel-group-none = 未提供
funnel-group-others = 其他合计

## Live

live-on = 实时，更新于 { $at }
live-paused = 已暂停于 { $at }
live-failed = 自 { $at } 起没有响应，正在重试
live-pause = 暂停
live-resume = 继续

## Sources

sources-note = 事件从哪里来：每个数据源有自己的密钥
sources-empty = 还没有数据源
sources-empty-help = 为每个发送事件的网站、应用或服务器添加一个数据源，即可获得密钥和接入代码。
source-new = 添加数据源
source-create = 添加
source-name = 名称
source-name-help = 便于识别，例如“网店前台”或“订单服务器”。
source-kind = 类型
source-kind-help = 网页的密钥访客可见，只能用来发送事件；服务器的密钥须保密。
source-user-ids = 用户 ID 来源
source-user-ids-help = 客户端发送的用户 ID 属于谁：自有 ID 填“user”，也可填某次导入的来源，以对应其会员编号。
source-storefront = 商城前台
source-browser = 网页或应用
source-server = 服务器
source-any = 全部数据源
source-keys = 密钥
source-keys-none = 没有可用密钥
source-keys-working = { $count } 个可用
source-debug = { $name } 正在到达的事件
source-arrivals = 到达的事件
source-rename = 重命名
source-rename-help = 密钥和事件不受影响。
source-renamed = 已重命名
source-tabs = 数据源详情
keys-note-browser = 打开网页的人都能看到这些密钥，它们只能用来发送事件。
keys-note-server = 请对这些密钥保密，只放在服务器上。
key-name = 密钥
key-add = 新增密钥
key-added = 已新增密钥，其他密钥继续有效。
key-copy = 复制密钥 { $key }
key-works = 可用
key-revoked = 已吊销
key-revoked-at = 吊销时间
key-revoke = 吊销
key-revoke-one = 吊销密钥 { $key }
key-revoke-title = 吊销这个密钥？
key-revoke-stops = “{ $name }”中使用它的客户端将立即被拒绝，事件会丢失。
key-revoke-storefront = 商城前台自身也用这类密钥发送事件。
key-revoke-others = 此数据源另有 { $count } 个密钥继续有效。
key-revoke-last = 这是最后一个可用密钥：此数据源将不再有事件到达。
key-revoke-final = 吊销后无法恢复。
key-revoke-done = 密钥已吊销
install-name = 接入
install-library = 客户端库
install-help = 任何 Segment HTTP API 客户端都可使用，选择一种并粘贴代码。
install-storefront = 商城前台已经接入，只需把代码粘贴到您的其他网站。
install-no-key = 没有可用密钥
install-no-key-help = 请先新增密钥，之后这里会显示接入代码。
install-command = 安装 { $name }
install-code = { $name } 的代码
debugger-name = 调试
debugger-show = 显示
debugger-events = 已到达（{ $count }）
debugger-refused = 被拒绝（{ $count }）
debugger-empty = 还没有事件到达
debugger-empty-help = 发送一个事件，两秒内就会显示在这里。
debugger-list = 已到达的事件，最新在前
arrival-member = 打开会员
arrival-visitor = 访客 { $id }
arrival-occurred = 发生于 { $at }
arrival-json = 事件 JSON
refused-title = 被拒绝的事件
refused-none = 最近没有事件被拒绝。
refused-at = 时间
refused-field = 字段
refused-reason = 原因
refused-index = 批次中的位置
refused-key-unknown = 未知密钥

## Tracking plan

plan-name = 埋点方案
plan-note = 预期的事件及其属性
plan-add = 添加事件
plan-empty = 还没有预期的事件
plan-empty-help = 说明应有哪些事件、带哪些属性。不符合的会被计数，不会丢失。
plan-properties = 属性
plan-required = 必填
plan-updated = 更改时间
plan-edit-one = 编辑 { $name }
plan-remove-one = 移除 { $name }
plan-remove-title = 将“{ $name }”移出方案？
plan-remove-help = 此类事件仍会保留，但不再检查其属性。
plan-removed = 已移出方案
plan-saved = 方案已保存
plan-event-note = 不符合的事件仍会保留，并计为违规。
plan-description = 含义说明
plan-property-add = 添加属性
plan-property-name = 属性 { $number } 的名称
plan-property-kind = 属性 { $number } 的类型
plan-property-remove = 移除属性 { $number }
plan-kind-any = 任意
violations-title = 违规
violations-note = 最近七天不符合方案的事件
violations-none = 全部符合方案。
violation-property = 属性
violation-problem = 问题
violation-events = 事件数
violation-last = 最近一次
violation-unplanned = 不在方案中
violation-missing = 缺失
violation-type = 值类型不符

## Live events

events-note = 店铺里正在发生和最近发生的事
events-hour = 最近一小时
events-day = 24 小时
events-week = 7 天
events-month = 30 天
events-by-minute = 按分钟
events-by-hour = 按小时
events-all = 全部事件
events-sum = { $people } 人的 { $events } 个事件
events-time = 时间
figure-events = 事件数
events-empty = 这段时间没有事件
events-empty-help = 请选择更长的时间范围，或发送一个事件，几秒内就会显示。
events-by-kind = 按事件
events-by-kind-note = 点击名称筛选图表，点击数字查看人
events-none = 没有事件。
events-others = 另有 { $count } 个其他事件
events-by-source = 按数据源
events-source-own = Mercat 与导入
source-id = 数据源 ID
events-people = 做过“{ $event }”的人
events-people-count = { $count } 个“{ $event }”事件：查看人
chip-kind = 事件：{ $value }
chip-source = 数据源：{ $value }
refused-note = 服务器最近未接收的事件
debugger-open = 打开调试

## Retention

retention-page-note = 某一时期开始的人中，之后有多少回来
retention-of = 留存类型
retention-of-events = 按行为
retention-of-orders = 按订单
retention-start = 起始事件
retention-then = 之后
retention-return = 回访事件
retention-return-same = 再次同一事件
retention-period = 周期
retention-by-day = 按天
retention-by-week = 按周
retention-by-month = 按月
retention-events-note = 首次“{ $start }”，之后“{ $return }”，{ $period }
retention-empty = 这段时间没有人开始
retention-empty-help = 请更换起始事件。
retention-days-later =
    { $count ->
        [0] 当天
       *[other] { $count } 天后
    }
retention-weeks-later =
    { $count ->
        [0] 当周
       *[other] { $count } 周后
    }
retention-months-later =
    { $count ->
        [0] 当月
       *[other] { $count } 个月后
    }
retention-event-cell = { $cohort }同期群，{ $period }：{ $size } 人中有 { $active } 人回来（{ $share }）
retention-event-legend = 回访比例：
retention-people = { $cohort }同期群：{ $period }回来的人
retention-people-cohort = { $cohort }同期群

## Paths

paths-note = 一次会话中人们依次做了什么
paths-anchor = 方向
paths-starting = 从
paths-ending = 到
paths-kind = 路径起止的事件
paths-kind-any = 会话的首个事件
paths-by-page = 区分页面
paths-title = 最常见的路径
paths-shown = { $all } 次会话中有 { $shown } 次走这些路径
paths-path = 路径
paths-others = 另有 { $count } 次会话走其他路径
paths-empty = 这段时间没有会话
paths-empty-help = 请选择更长的时间段或其他事件。
path-people = 走这条路径的人
transitions-title = 转移
transitions-note = 哪个事件紧跟哪个事件
transition-name = 从 → 到
transition-from = 从
transition-to = 到
transitions-others = 另有 { $count } 次其他转移
transition-people = 有此转移的人
figure-times = 次数
figure-sessions = 会话数
figure-bounce-rate = 跳出率
figure-bounced = 跳出
figure-bounce-note = { $count } 次会话只有一个事件
figure-events-per-session = 每次会话事件数
figure-session-length = 时长中位数
figure-session-p90 = 九成在{ $time }内
sessions-by-day = 每日会话
sessions-people = 有会话的人
sessions-people-bounced = 有跳出会话的人
sessions-people-day = { $day }有会话的人

## Identity

identity-note = 哪些浏览器和会员被认定为同一人
identity-empty = 还没有身份信息
identity-empty-help = 访客登录或客户端识别身份后，会记录在这里。
merge-actor = 谁
merge-member = 被认定为
merge-outcome = 结果
merge-outcome-any = 任意结果
merge-at = 时间
merge-undone-at = 撤销时间
merge-merged = 已合并
merge-conflict = 冲突
merge-cycle = 已是同一人
merge-undone = 已撤销
merge-undo = 撤销
merge-undo-one = 撤销 { $actor } 的合并
merge-undo-title = 撤销这次合并？
merge-undo-help = 从下一次报表起两者各自独立，事件不会丢失。
merge-undo-done = 已撤销合并
member-identity = 身份
identity-person = 已并入
identity-visitors = 浏览器和设备
identity-merged = 并入的会员
identity-id = 会员 ID
merges-title = 合并记录
merges-note = 谁被认定为该会员，以及结果
merges-all = 在列表中打开
merges-none = 没有关于该会员的记录。
forget-title = 被遗忘权
forget-note = 从数据库、日志和数据湖中删除此人。
forget-action = 遗忘此人
forget-confirm = 遗忘会员 { $number }？
forget-goes = 档案立即删除，事件在几分钟内删除。
forget-stays = 订单和退货为账目保留，但不再指向任何人。
forget-final = 此操作无法撤销。
forget-type = 输入 { $number } 以确认
forget-done = 正在遗忘会员 { $number }

## Privacy

erasures-note = 要求被遗忘的人，以及删除了什么
erasures-empty = 还没有人要求被遗忘
erasures-empty-help = 可在会员页面的“身份”中发起。
erasure-name = 删除请求
erasure-requested = 提出时间
erasure-finished = 完成时间
erasure-rows = 删除行数
erasure-unlinked = 匿名保留
erasure-log-events = 日志事件
erasure-lake-events = 数据湖事件
erasure-found = 残留
erasure-found-none = 无
erasure-left = 有残留
erasure-done = 已完成
erasure-running = 进行中

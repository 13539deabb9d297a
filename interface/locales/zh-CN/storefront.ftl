## 每个页面的框架

skip-to-content = 跳到正文
home = 首页
categories = 分类
languages = 语言
breadcrumb = 当前位置
footer-note = { $shop }由开源商城软件 Mercat 驱动。
product-count = { $count } 件商品
sold-by = 由{ $merchant }销售

## 首页

home-page-title = { $shop }：用心挑选的日常好物
home-welcome = 欢迎来到{ $shop }
home-facts = { $categories } 个分类，{ $merchants } 家商家，{ $products } 件商品。
home-description = { $shop }：{ $facts }看看大家最近在买什么，逛遍每一个分类。
home-see-popular = 看看热销商品
home-see-categories = 浏览全部分类
home-for-you = 为你推荐
home-for-you-note = 根据你在本店看过和买过的商品挑选。
home-popular = 近期热销
home-popular-note = 最近几周大家买得最多的商品。
home-new = 新品上架
home-new-note = 刚刚来到店里的商品。
home-categories = 全部分类

## 分类

category-page-title = { $category } · { $shop }
category-description = { $shop }的{ $category }分类，共 { $count } 件商品：比较价格，看看热销与新品。
category-within = “{ $category }”下的分类
category-empty = 这里暂时没有商品。
category-empty-advice = 去其他分类看看，或者回到首页重新开始。
category-end = 这一页没有更多商品了。
sort-by = 排序
sort-best-selling = 销量
sort-newest = 最新
sort-price-ascending = 价格从低到高
sort-price-descending = 价格从高到低
paging = 翻页
paging-first = 第一页
paging-previous = 上一页
paging-next = 下一页

## 商品

product-page-title = { $product } · { $shop }
product-summary = { $product }，{ $merchant }出品，{ $price }。
product-price = 价格
product-about = 商品介绍
product-details = 规格参数
product-sku = SKU
product-category = 分类
product-together = 经常一起购买
product-similar = 你可能还喜欢

attribute-brand = 品牌
attribute-capacity = 容量
attribute-care = 保养
attribute-colour = 颜色
attribute-dimensions = 尺寸
attribute-flavour = 口味
attribute-material = 材质
attribute-net-weight = 净含量
attribute-origin = 产地
attribute-pack = 包装
attribute-pattern = 图案
attribute-power = 功率
attribute-scent = 香型
attribute-season = 季节
attribute-size = 尺码
attribute-style = 风格
attribute-use = 用途
attribute-weight = 重量

## 页面无法显示时

error-code = 错误 { $status }
error-not-found = 没有找到这个页面
error-not-found-advice = 地址可能已经变更，或者商品已经下架。不妨从下面继续。
error-too-many = 操作有点快了
error-too-many-advice = 请等一分钟，再重新打开页面。
error-request = 这个地址无法使用
error-request-advice = 地址里有我们无法识别的内容，请从首页重新开始。
error-unavailable = 马上回来
error-unavailable-advice = 店铺正在维护，请过几分钟再试。
error-server = 我们这边出了点问题
error-server-advice = 这不是你的错。请稍后再试；如果问题仍然存在，请把下面的编号告诉我们。
error-request-id = 问题编号
error-to-home = 回到首页
error-popular = 顺便看看热销商品

## 还没有商品的店铺

empty-title = 货架还是空的
empty-lead = 店铺刚刚开张，请过些时候再来看看。
empty-owner = 你是店主吗？
empty-owner-lead = 可以用下面的方式上架商品：
empty-import = 从 CSV 或 JSON Lines 文件导入商品
empty-import-history = 导入一年的订单，马上看到经营数据和推荐
empty-console = 打开后台，登录并查看导入进度
empty-console-link = 打开后台

## 属性值

value-acacia-wood = 相思木
value-aluminium = 铝合金
value-bamboo = 竹
value-beech-wood = 榉木
value-beeswax = 蜂蜡
value-beige = 米色
value-black = 黑色
value-blush-pink = 浅粉
value-borosilicate-glass = 高硼硅玻璃
value-brass = 黄铜
value-brown = 棕色
value-burgundy = 酒红
value-canvas = 帆布
value-cast-iron = 铸铁
value-celadon = 青瓷色
value-celadon-ware = 青瓷
value-ceramic = 陶瓷
value-charcoal = 炭灰
value-clear = 透明
value-copper = 紫铜
value-coral = 珊瑚色
value-cork = 软木
value-cotton = 棉
value-down = 羽绒
value-enamel = 珐琅
value-felt = 毛毡
value-fleece = 摇粒绒
value-forest-green = 墨绿
value-glass = 玻璃
value-gold = 金色
value-grey = 灰色
value-ivory = 象牙白
value-kraft-paper = 牛皮纸
value-lavender = 薰衣草紫
value-leather = 牛皮
value-linen = 亚麻
value-memory-foam = 记忆棉
value-merino-wool = 美利奴羊毛
value-mint = 薄荷绿
value-mustard = 姜黄
value-natural = 原色
value-natural-rubber = 天然橡胶
value-navy = 藏青
value-nylon = 尼龙
value-oak = 橡木
value-orange = 橙色
value-organic-cotton = 有机棉
value-paper = 纸
value-plastic = 塑料
value-plush = 毛绒
value-polyester = 涤纶
value-porcelain = 白瓷
value-purple-clay = 紫砂
value-rattan = 藤编
value-recycled-plastic = 再生塑料
value-red = 红色
value-rubber = 橡胶
value-sage-green = 鼠尾草绿
value-sand = 沙色
value-silicone = 硅胶
value-silk = 桑蚕丝
value-silver = 银色
value-sky-blue = 天蓝
value-soy-wax = 大豆蜡
value-stainless-steel = 不锈钢
value-stoneware = 粗陶
value-teal = 蓝绿色
value-terracotta = 陶土红
value-titanium = 钛
value-walnut = 胡桃色
value-walnut-wood = 胡桃木
value-white = 白色
value-wool = 羊毛
value-yellow = 黄色

## 推荐的理由。`reason-` 加理由代码，下划线换成连字符。

reason-picked = 为你挑选
reason-popular = 近期热销
reason-popular-in-category = “{ $category }”热销
reason-popular-in-region = { $region }热销
reason-also-bought = 常与“{ $product }”一起购买
reason-similar-to = 与“{ $product }”相似
reason-because-you-viewed = 因为你看过“{ $product }”
reason-because-you-bought = 因为你买过“{ $product }”
reason-new-arrival = 新品上架
reason-from-catalogue = 店内在售

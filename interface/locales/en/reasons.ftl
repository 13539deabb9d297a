## Why something is recommended. `reason-` and the code with hyphens.

reason-picked = Picked for you
reason-popular = Popular right now
reason-popular-in-category = Popular in { $category }
reason-popular-in-region = Popular in { $region }
reason-also-bought = Often bought with { $product }
reason-similar-to = Similar to { $product }
reason-because-you-viewed = Because you viewed { $product }
reason-because-you-bought = Because you bought { $product }
reason-new-arrival = New in the shop
reason-from-catalogue = From our catalogue

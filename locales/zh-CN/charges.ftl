### 楼里谁负责：两长四员、网格员、我的楼。

no-charge-over = 这个职责已经不在了。
no-such-duty = 这个职责工作法里没有。

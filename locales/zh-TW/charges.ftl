### 樓裡誰負責：兩長四員、網格員、我的樓。

no-charge-over = 這個職責已經不在了。
no-such-duty = 這個職責工作法裡沒有。

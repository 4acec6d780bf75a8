# 到場：籤到、名單、證書。

check-in-not-now = 還沒到籤到的時候。開始前一個鐘頭到散了以後一個鐘頭裡都能籤。
check-in-not-yet = 還早。開始前一個鐘頭才能勾。
check-in-no-number = 名單上沒有 { $part } 號。對一下再打一遍。

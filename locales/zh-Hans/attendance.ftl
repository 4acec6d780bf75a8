# 到场：签到、名单、证书。

check-in-not-now = 还没到签到的时候。开始前一个钟头到散了以后一个钟头里都能签。
check-in-not-yet = 还早。开始前一个钟头才能勾。
check-in-no-number = 名单上没有 { $part } 号。对一下再打一遍。

# 活动用的三样纸：签到的名单、结业证书、贴在墙上的码。

printed-list = { $unit } 签到名单
printed-when = 时间
printed-where = 地点
printed-nth = 第 { $nth } 次，共 { $of } 次
printed-nths = 第 { $first } 到 { $last } 次，共 { $of } 次
printed-column-number = 号
printed-column-name = 姓名
printed-column-village = 自然村
printed-column-by = 谁报的
printed-column-phone = 尾号
printed-column-came = 来了
printed-column-nth = 第 { $nth } 次
printed-self = 本人
printed-waiting = 候补：前面有人没来，按先后补上
printed-walk-ins = 没报名、当天来的，写在这里
printed-came = 来了 { $blank } 人
printed-signed = 签名
printed-typing = 事后登记，把来了的号发给我：1-12 15 18。也可以发：除了 3、5 都来了。

printed-certificate = 结业证书
printed-certificate-number = 编号 { $number }
printed-certificate-person = 学员
printed-certificate-course = 学完了
printed-certificate-days = { $first } 到 { $last }
printed-certificate-attended = 一共 { $sessions } 次课，上了 { $attended } 次
printed-certificate-day = { $day } 一天
printed-certificate-check = 扫一扫，查真假。
printed-certificate-seal = 盖章

printed-poster-checkin = 到了扫一扫
printed-poster-signup = 想参加扫一扫
printed-poster-times = { $first } 起，共 { $n } 次
printed-poster-digits = 扫不了，在聊天里发这四个数字
printed-no-phone-checkin = 没有手机，跟现场的人说一声就行。
printed-no-phone-signup = 没有手机，去服务中心说一声，或者请家里人代报。
printed-digit-0 = 零
printed-digit-1 = 一
printed-digit-2 = 二
printed-digit-3 = 三
printed-digit-4 = 四
printed-digit-5 = 五
printed-digit-6 = 六
printed-digit-7 = 七
printed-digit-8 = 八
printed-digit-9 = 九

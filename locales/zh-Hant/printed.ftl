# 活動用的三樣紙：簽到的名單、結業證書、貼在牆上的碼。

printed-list = { $unit } 簽到名單
printed-when = 時間
printed-where = 地點
printed-nth = 第 { $nth } 次，共 { $of } 次
printed-nths = 第 { $first } 到 { $last } 次，共 { $of } 次
printed-column-number = 號
printed-column-name = 姓名
printed-column-village = 自然村
printed-column-by = 誰報的
printed-column-phone = 尾號
printed-column-came = 來了
printed-column-nth = 第 { $nth } 次
printed-self = 本人
printed-waiting = 候補：前面有人沒來，按先後補上
printed-walk-ins = 沒報名、當天來的，寫在這裡
printed-came = 來了 { $blank } 人
printed-signed = 簽名
printed-typing = 事後登記，把來了的號發給我：1-12 15 18。也可以發：除了 3、5 都來了。

printed-certificate = 結業證書
printed-certificate-number = 編號 { $number }
printed-certificate-person = 學員
printed-certificate-course = 學完了
printed-certificate-days = { $first } 到 { $last }
printed-certificate-attended = 一共 { $sessions } 次課，上了 { $attended } 次
printed-certificate-day = { $day } 一天
printed-certificate-check = 掃一掃，查真假。
printed-certificate-seal = 蓋章

printed-poster-checkin = 到了掃一掃
printed-poster-signup = 想參加掃一掃
printed-poster-times = { $first } 起，共 { $n } 次
printed-poster-digits = 掃不了，在聊天裡發這四個數字
printed-no-phone-checkin = 沒有手機，跟現場的人說一聲就行。
printed-no-phone-signup = 沒有手機，去服務中心說一聲，或者請家裡人代報。
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

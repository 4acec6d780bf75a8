# 值班员替来人登记。

clerk-only = 这个是值班员用的。您要替别人办，说事的时候点“替别人办”就行。
button-file-for = ➕ 替来人登记
button-file-another = ➕ 再登记一个
clerk-who = 来的是谁？打名字或者电话，两样一起也行。
clerk-which = 这个号码是名册上的，是哪一位？
clerk-name = 名册上没有这个号码。他叫什么名字？
clerk-what = { $name }有什么事？打字、说语音都行，也可以先点一类。
card-who-clerk = 👤 { $name }  📱 { $phone }
    （值班员代记）

# 值班員替來人登記。

clerk-only = 這個是值班員用的。您要替別人辦，說事的時候點「替別人辦」就行。
button-file-for = ➕ 替來人登記
button-file-another = ➕ 再登記一個
clerk-who = 來的是誰？打名字或者電話，兩樣一起也行。
clerk-which = 這個號碼是名冊上的，是哪一位？
clerk-name = 名冊上沒有這個號碼。他叫什麼名字？
clerk-what = { $name }有什麼事？打字、說語音都行，也可以先點一類。
card-who-clerk = 👤 { $name }  📱 { $phone }
    （值班員代記）

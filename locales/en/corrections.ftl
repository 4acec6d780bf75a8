# After a notice has been sent: correcting it, withdrawing it, adding what people asked.

button-notice-correct = ✏️ Correct
notice-correct-write = Send all of it as it should be. You will see it before it goes out.
notice-correct-words-only = Only the words can be corrected: please write them. To change a photo or a voice message, withdraw it and send it anew.
notice-correct-same = That is what it says already, word for word.
notice-correct-money = It is about money, and two people signed these words: one alone cannot change them. Withdraw it, write it anew and have it signed.
notice-correct-sure = { $n ->
    [one] 👆 This is how it will look. It changes without a sound for the { $n } person who has it; everybody else will get this one.
   *[other] 👆 This is how it will look. It changes without a sound for the { $n } people who have it; everybody else will get this one.
}
notice-correct-sure-none = 👆 This is how it will look. Nobody has it yet; everybody will get this one.
button-notice-correct-send = ✅ Correct it everywhere
notice-corrected-now = Corrected. It is being changed wherever it has arrived.
notice-corrected = ✏️ <b>Corrected</b>: { $changes }
notice-corrected-all = ✏️ <b>Corrected</b>: only this one holds
notice-change = { $before } → { $after }
notice-change-added = new: “{ $words }”
notice-change-gone = no longer: “{ $words }”
notice-corrected-by = ✏️ { $by } has corrected your notice: { $words }
notice-being-changed = ✏️ Being changed where it has arrived
notice-answer-long = This question and answer are too long to fit below the notice. Please make them shorter.

button-notice-withdraw = 🗑 Withdraw
notice-withdraw-sure = Really withdraw it? { $words }
    What has not gone out will not. What came in the last two days is taken off people's phones; what is older will say that it was withdrawn. Whoever has read it still knows it.
button-notice-withdraw-sure = 🗑 Yes, withdraw it
notice-withdrawn-now = Withdrawn. It is being taken back wherever it has arrived.
notice-withdrawn = 🗑 Withdrawn ({ $by })
notice-withdrawn-by = 🗑 { $by } has withdrawn your notice: { $words }
notice-being-taken-back = 🗑 Being taken back where it has arrived
notice-was-withdrawn = 🗑 This notice of { $unit } was withdrawn; it does not hold.

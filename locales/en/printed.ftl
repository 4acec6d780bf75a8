# Three papers for activities: the list to tick, the certificate, and the code on the wall.

printed-list = { $unit }: who is coming
printed-when = Time
printed-where = Place
printed-nth = Session { $nth } of { $of }
printed-nths = Sessions { $first } to { $last } of { $of }
printed-column-number = No.
printed-column-name = Name
printed-column-village = Village
printed-column-by = Signed up by
printed-column-phone = Phone
printed-column-came = Came
printed-column-nth = No. { $nth }
printed-self = self
printed-waiting = Waiting: they take the seats of those who do not come, in this order
printed-walk-ins = Came without signing up: write them here
printed-came = { $blank } came
printed-signed = Signed
printed-typing = Afterwards send me the numbers of those who came: 1-12 15 18. Or: all but 3, 5.

printed-certificate = Certificate
printed-certificate-number = No. { $number }
printed-certificate-person = This is to certify that
printed-certificate-course = has completed the course
printed-certificate-days = { $first } to { $last }
printed-certificate-attended = Sessions attended: { $attended } of { $sessions }
printed-certificate-day = { $day }
printed-certificate-check = Scan to check that this certificate is real.
printed-certificate-seal = Stamp

printed-poster-checkin = Here? Please scan
printed-poster-signup = Want to join? Scan
printed-poster-times = { $n } sessions, the first on { $first }
printed-poster-digits = Cannot scan? Send these four digits in the chat
printed-no-phone-checkin = No telephone? Just tell whoever is in charge here.
printed-no-phone-signup = No telephone? Tell the service center, or let your family sign you up.
printed-digit-0 = zero
printed-digit-1 = one
printed-digit-2 = two
printed-digit-3 = three
printed-digit-4 = four
printed-digit-5 = five
printed-digit-6 = six
printed-digit-7 = seven
printed-digit-8 = eight
printed-digit-9 = nine

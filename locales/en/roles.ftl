# Roles: inviting, accepting, taking back.

roles = <b>{ $center }: who does what</b>
    Tap a name to take the role back.
button-invite = ➕ Invite someone
button-grant = { $role } · { $name }
invite-which = What shall they do?
invite-made = An invitation to help { $center }. The role: <b>{ $role }</b>.
    Send this link or code to that person only. It works once, for seven days.
    { $link }
invited = { $unit } asks you to help. Your role: <b>{ $role }</b>. Would you like to?
button-accept-role = ✅ Yes
button-decline-role = No
invited-accepted = Good! From today you help { $unit }. Your role: <b>{ $role }</b>.
    Requests will come to you. Send /desk to see what there is to do.
invited-declined = All right, never mind.
invitation-unknown = There is no such invitation. It may be copied wrong. Please ask the director for another.
invitation-used = This invitation has been used. Please ask the director for another.
invitation-expired = This invitation is too old. Please ask the director for another.
role-not-allowed = Only the director can do this.
role-last-director = This is the only director left. Please invite a new one first.
revoke-sure = Really take this role back?
button-revoke-yes = Yes, take it back
revoked = Taken back: { $role }.
role-lost-handed = These go to somebody else now; you need not see to them:
    { $items }

# Photos and recordings that one bot received and another is to pass on.

file-lost =
    { $kind ->
        [photo] (There was a photo here that could not be passed on. Ask them to send it again, or call them.)
        [voice] (There was a voice message here that could not be passed on. Ask them to say it again, or call them.)
        [video] (There was a video here that could not be passed on; it may be too big. Ask for a shorter one, or call them.)
        [video_note] (There was a video message here that could not be passed on. Ask them to send it again, or call them.)
        [audio] (There was a recording here that could not be passed on; it may be too big. Ask them to send it again, or call them.)
       *[other] (There was a file here that could not be passed on; it may be too big. Ask for it in another way, or call them.)
    }

# Cards and tables that the bot makes itself.

file-not-made = (There should be a file here, and it could not be made this time. Ask for it again in a while; if it still does not come, tell the service center.)

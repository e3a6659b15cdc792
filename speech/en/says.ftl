# What Overtalkerr says in English. One message a reply key; see speech/saying.py for what may stand in the gaps.
#
#   $title     name of the film or show           $kind      movie | tv
#   $year      a year, or none                    $due       a date that lies ahead ("December 18, 2026"), or none
#   $seasons … none | specials (and no other) | mixed | some; $seasons_named are their words ("seasons one and two"),
#              $seasons_opening the same with a capital; $seasons_count says how many (the specials are several)
#   $why       the reason, as an error names it
#   $pause     where a person would breathe
#   $film      what this person calls a film: movie | film, or none (a language with one word for it needs no such gap)
#
# What starts with a hyphen is a term: says-GB.ftl has words of its own for these.

-movie = { $place ->
        [label] Movie
       *[inside] movie
    }
-movies = movies
-show = show
-tv-show = TV show

## Opening and closing

welcome = Welcome to Overtalkerr! Tell me a { film } or a { -show }, and I'll request it. What would you like?
welcome-back = Welcome back! What would you like?
what-would-you-like = What { film } or { -show } would you like?
goodbye = Okay. Goodbye!
film = { $film ->
        [film] film
        [movie] movie
       *[none] { -movie }
    }
films = { $film ->
        [film] films
        [movie] movies
       *[none] { -movies }
    }

## Offering a title

offer = I found { item }{ $due ->
        [none] { $year ->
            [none] .
           *[other] , released in { $year }.
        }
       *[other] , which comes out on { $due }.
    } { availability }{ lacking }Is that the one you want{ in-4k }?
offer-request = I found { item }{ when }. { $availability ->
        [missing] It isn't in your library yet.{ " " }
       *[other] { availability }
    }{ lacking }Shall I request it{ in-4k }?
offer-next = { $availability ->
        [missing] { $lacking ->
            [uhd] What about { item }{ when }? { lacking }Is that the one you want?
           *[none] What about { item }{ when }{ in-4k }?
        }
       *[other] What about { item }{ when }{ in-4k }? { availability }{ lacking }Is that the one you want?
    }
in-4k = { $quality ->
        [uhd] { " " }in 4K
       *[hd] { "" }
    }
lacking = { $lacking ->
        [uhd] I can't get it in 4K here.{ " " }
       *[none] { "" }
    }
name = { $title }{ in-4k }
item = { $kind ->
        [movie] the { film } { $title }
       *[tv] the { -tv-show } { $title }
    }
when = { $due ->
        [none] { $year ->
            [none] { "" }
           *[other] , released in { $year }
        }
       *[other] , which comes out on { $due }
    }
availability = { $availability ->
        [available] This is already in your library.{ " " }
        [processing] This is currently being downloaded.{ " " }
        [pending] This has already been requested and is pending approval.{ " " }
        [partial] Part of it is already in your library.{ " " }
        [blocked] This is on the blocklist.{ " " }
        [declined] A request for this was declined before.{ " " }
        [refused] A request for this was declined before.{ " " }
        [failed] A request for this was approved, but it failed.{ " " }
       *[missing] { "" }
    }
nothing-found = I couldn't find anything called { $title }. What else can I look for?
nothing-found-again = I couldn't find { $title } either. Add its year or who is in it, or spell it letter by letter. What is it called?
nothing-found-still = I found nothing called { $title }. It may be known by another name, so tell me that one. Which title shall I look for?
nothing-with = I couldn't find anything like that for { $people }. What else can I look for?
nobody-called = I don't know anybody called { $name }. Which { film } or { -show } would you like?
knows-no-people = I can't look up here who is in what. Which { film } or { -show } would you like?
no-more = That was everything I found for { $title }. Which other title would you like?
no-such-option = I didn't find one like that. Do you want the one I offered?
film-has-no-seasons = { $title } is a { film }, so it has no seasons. Do you want the { film }?

## Choosing between titles

which-title = { $people ->
        [none] Did you mean { $choices }?
       *[other] { $people }: would you like { $choices }?
    }
which-listed = Which one do you mean: { $choices }?
choice = { $told_kind ->
        [movie] the { film }
        [tv] the { -tv-show }
       *[none] the one
    }{ $told_title ->
        [none] { "" }
       *[other] { " " }{ $told_title }
    }{ $told_year ->
        [none] { "" }
       *[other] { " " }from { $told_year }
    }{ $told_country ->
        [none] { "" }
       *[other] { " " }made in { $told_country_code ->
            [HK] Hong Kong
            [US] the United States
            [GB] the United Kingdom
            [NL] the Netherlands
            [PH] the Philippines
           *[other] { $told_country }
        }
    }{ $told_actor ->
        [none] { "" }
       *[other] { " " }with { $told_actor }
    }
no-such-choice = I didn't find one like that. Which one do you want?
need-a-title = I need a title for that. Which { film } or { -show } would you like?
season-of-what = Of which { -show } would you like that?

## Questions about a title

info-plot = { $plot }{ $pause } { question }
info-cast = { $title } is with { $cast }{ $directors ->
        [none] .
       *[other] , made by { $directors }.
    } { question }
info-year = { $title } is from { $year }. { question }
info-length = { $kind ->
        [movie] { $title } is { $minutes } minutes long.
       *[tv] An episode of { $title } is about { $minutes } minutes long.
    } { question }
info-rating = { $title } is rated { $rating } out of ten. { question }
info-seasons = { $title } has { $count_words } { $count ->
        [one] season
       *[other] seasons
    }. { question }
info-unknown = { $topic ->
        [rating] I don't know how { $title } is rated.
        [length] I don't know how long { $title } is.
        [cast] I don't know who is in { $title }.
        [plot] I don't know what { $title } is about.
        [year] I don't know when { $title } came out.
       *[other] I don't know that about { $title }.
    } { question }
info-failed = { why } { question }
question = { $asking ->
        [seasons] Which seasons would you like?
        [request] Shall I request it?
        [rest] { availability }Shall I request the rest?
        [nothing] { availability }
       *[offer] Is that the one you want?
    }

## What this person asked for

requests = Here is what you asked for: { $listed }.{ $more ->
        [0] { "" }
        [one] { " " }And one more before that.
       *[other] { " " }And { $more_words } more before that.
    } { still-open }
no-requests = You haven't asked for anything lately. { $asking ->
        [nothing] What would you like?
       *[other] { still-open }
    }
request-standing = { $stands ->
        [queued] { wish } { is } written down, and I'll make the request as soon as your media server answers
        [approved] { wish } { was } requested
        [pending] { wish } { is } waiting for approval
        [processing] { wish } { is } approved and on the way
        [searching] { wish } { is } approved, but no download has begun yet
        [downloading] { wish } { is } being downloaded{ download-progress }
        [stuck] { wish } { is } being downloaded, but the download doesn't move
        [unreleased] { $due ->
            [none] { wish } { is } approved, but not out yet
           *[other] { wish } { is } approved, and due out on { $due }
        }
        [partial] { $there ->
            [none] { wish } { is } partly in your library
           *[some] { wish } { is } partly there, namely { $there_named }
        }
        [available] { wish } { is } in your library
        [blocked] { wish } { is } on the blocklist
        [declined] { wish } { was } declined
        [refused] { wish } { was } refused by your media server
        [failed] { wish } { was } approved, but that failed
        [given-up] { wish } couldn't be requested, so I've given up
        [withdrawn] { wish } { is } not requested any more, because the request was taken back
        [gone] { wish } { is } not requested any more
       *[missing] { wish } { is } not requested
    }
download-progress = { $told ->
        [yes] , { $percent } percent done
       *[no] { "" }
    }{ $unit ->
        [minutes] { $left ->
            [one] , about one minute left
           *[other] , about { $left_words } minutes left
        }
        [hours] { $left ->
            [one] , about one hour left
           *[other] , about { $left_words } hours left
        }
       *[none] { "" }
    }
is = { $seasons ->
        [none] is
       *[some] { $seasons_count ->
            [one] is
           *[other] are
        }
    }
was = { $seasons ->
        [none] was
       *[some] { $seasons_count ->
            [one] was
           *[other] were
        }
    }
still-open = { $offered ->
        [none] { "" }
       *[other] Back to { $offered }.{ " " }
    }{ $asking ->
        [offer] Is that the one you want?
        [collection] Shall I request them?
        [seasons] Which seasons would you like?
        [list] Which one do you want?
        [retry] Shall I try again?
        [code] Which four digits does the owner's page show?
        [undo] Shall I take the request back?
        [approval] Which one shall I approve?
        [refusal] Which one shall I decline?
       *[none] { "" }
    }
where = { $standing_opening }.{ reason }{ $asking ->
        [request] { " " }Shall I request it?
        [rest] { " " }Shall I request the rest?
       *[nothing] { "" }
    }
reason = { $why ->
        [none] { "" }
       *[other] { " " }{ why }
    }{ $then ->
        [none] { "" }
       *[other] { " " }{ why-then }
    }{ $said ->
        [none] { "" }
       *[other] { " " }The reason given was: { $said }.
    }

## Requests on their way

list-everybodys = Here is what everybody asked for: { $listed }.{ and-more } { still-open }
none-everybodys = Nobody has asked for anything lately. { still-open }
list-downloading = Here is what is coming: { $listed }.{ and-more } { still-open }
none-downloading = Nothing is being downloaded right now. { still-open }
list-new = New in your library: { $listed }.{ and-more } { still-open }
none-new = Nothing that was requested has arrived in the last two weeks. { still-open }
and-more = { $more ->
        [0] { "" }
        [one] { " " }And one more.
       *[other] { " " }And { $more_words } more.
    }
new-one = { wish }
list-waiting = Waiting for approval: { $listed }.{ and-more }{ $asking ->
        [single] { " " }Shall I approve it?
        [which] { " " }Which one shall I approve?
        [single-decline] { " " }Shall I decline it?
        [which-decline] { " " }Which one shall I decline?
       *[nothing] { "" }
    }
none-waiting = Nothing is waiting for approval. { still-open }
waiting-one = { wish }{ $user ->
        [none] { "" }
       *[other] , asked for by { $user }
    }
heeded = Okay, I'll tell you when { wish } { is } ready.
heed-nameless = I can't tell who is speaking here, so I can't let you know later. But you can ask me any time.
heed-what = I don't know which title you mean. Say, for example: { tell-me-when }
tell-me-when = tell me when Dune is ready.
unheeded = Okay, I won't tell you about { item } any more.
unheeded-all = Okay, I won't tell you about any of your requests any more.
unheeded-none = I wasn't going to tell you anything about that anyway.
unheed-what = I don't know which title you mean. Say, for example: stop telling me about Dune.
retried = Okay, your media server tries { wish } again.
nothing-failed = I don't know of any request of yours that failed.
one-at-a-time = One at a time, please. { $asking ->
        [which-decline] Which one shall I decline?
       *[which] Which one shall I approve?
    }
not-theirs = You don't have permission to decide on requests here. The owner can link you to a user who has it.
allowed = Okay, I've approved { wish }.
disallowed = Okay, I've declined { wish }.
shall-undo = Do you mean the request? Shall I take it back?
undo-kept = Okay, the request stands.
help-undo = Say yes and I'll take your last request back, or no to keep it. Shall I take it back?
remind-undo = { not-heard } Shall I take the request back, yes or no?
lost-undo = I still didn't get that. Just say yes to take it back, or no. Shall I take it back?
help-approval = Say which request to approve, such as the first one, or say decline and which one. Which one shall I approve?
remind-approval = { not-heard } Which request shall I approve?
lost-approval = I still didn't get that. Say the first one, the second one, or no to leave it. Which one shall I approve?
help-refusal = Say which request to decline, such as the first one, or no to leave them be. Which one shall I decline?
remind-refusal = { not-heard } Which request shall I decline?
lost-refusal = I still didn't get that. Say the first one, the second one, or no to leave it. Which one shall I decline?

## Seasons

which-seasons-of-all = It has { $count_words } { $count ->
        [one] season
       *[other] seasons
    }. Which ones would you like?
which-of-the-missing = { inventory } { $missing_opening } { $missing_count ->
        [one] is missing. Would you like it?
       *[other] are missing. Which ones would you like?
    }
inventory = { $there ->
        [none] { "" }
       *[some] You have { $there_named } of { name }.{ " " }
    }{ $partly ->
        [none] { "" }
       *[some] { $partly_opening } { $partly_count ->
            [one] is
           *[other] are
        } only partly there.{ " " }
    }{ $coming ->
        [none] { "" }
       *[some] { $coming_opening } { $coming_count ->
            [one] is
           *[other] are
        } being downloaded.{ " " }
    }{ $waiting ->
        [none] { "" }
       *[some] { $waiting_opening } { $waiting_count ->
            [one] is
           *[other] are
        } waiting for approval.{ " " }
    }{ $failed ->
        [none] { "" }
       *[some] { $failed_opening } { $failed_count ->
            [one] was
           *[other] were
        } requested, but that failed.{ " " }
    }{ $refused ->
        [none] { "" }
       *[some] { $refused_opening } { $refused_count ->
            [one] was
           *[other] were
        } declined.{ " " }
    }
some-seasons = { $specials ->
        [alone] the specials
        [too] the specials and { numbered-seasons }
       *[no] { numbered-seasons }
    }
numbered-seasons = { $count ->
        [one] season
       *[other] seasons
    } { $numbers }
season-span = { $first_words } to { $last_words }
no-such-season = { $seasons ->
        [specials] I can't see any specials of { $title }.{ " " }
       *[other] { "" }
    }{ $title } has { $count ->
        [one] only one season. Would you like it?
       *[other] { $count_words } seasons. { $missing_count ->
            [one] Only { $missing_named } is missing. Would you like it?
           *[other] Which would you like?
        }
    }
only-seasons = { $title } has { $count ->
        [one] only one season, and it is
       *[other] { $count_words } seasons, and all of them are
    } already there or asked for.
no-seasons-yet = I can't see any seasons of { $title } yet, so there is nothing to request.

## Nothing to request

already = { $availability ->
        [available] { what } { is } already in your library! You can watch { it } now.
        [processing] { what } { is } already being downloaded. { it-starts } should be available soon!
        [pending] { what } { has } already been requested and { is } waiting for approval.
        [partial] Part of { those } is already in your library{ $seasons ->
            [none] , and there is nothing left to request.
           *[some] .
        }
        [blocked] { name } is on the blocklist, so I can't request it.
        [refused] A request for { those } was declined, and your media server doesn't take another.
        [failed] { what } { was } requested before, but that failed. The owner can try it again.
       *[other] { what } { has } already been requested.
    }
what = { $seasons ->
        [none] { name }
       *[some] { $seasons_opening } of { name }
    }
those = { $seasons ->
        [none] { name }
       *[some] { $seasons_named } of { name }
    }
has = { $seasons ->
        [none] has
       *[some] { $seasons_count ->
            [one] has
           *[other] have
        }
    }
it = { $seasons ->
        [none] it
       *[some] { $seasons_count ->
            [one] it
           *[other] them
        }
    }
it-starts = { $seasons ->
        [none] It
       *[some] { $seasons_count ->
            [one] It
           *[other] They
        }
    }
already-mixed = { name } has already been requested. { inventory }

## Requesting

requested = Okay, I've requested { wish }.{ $waiting ->
        [yes] { " " }It's waiting for approval.
       *[no] { "" }
    }{ $due ->
        [none] { $airing ->
            [runs] { " " }New episodes come by themselves, but a new season has to be asked for.
            [starts] { " " }It hasn't started yet, and comes as it airs.
           *[not] { "" }
        }
       *[other] { " " }It comes out on { $due }.
    }{ $left_out ->
        [none] { "" }
       *[other] { " " }The other { $left_out_count ->
            [one] season is
           *[other] seasons are
        } already taken care of.
    }{ $unlinked ->
        [yes] { " " }By the way, the owner's page has a code for you: say link me, and your requests carry your own name.
       *[no] { "" }
    }
wish = { $seasons ->
        [none] { item }{ in-4k }
       *[some] { $seasons_named } of { name }
    }
owed = { why } I've written it down, and I'll request { wish } as soon as that works.
refused = I couldn't request { name }. { why }
collection = { collection-size }. { $lacking ->
        [uhd] I can't get them in 4K here.{ " " }
       *[none] { "" }
    }{ $missing ->
        [one] Missing is { $names }. Shall I request it{ in-4k }?
       *[other] Missing are { $names }. Shall I request them all{ in-4k }?
    }
collection-complete = { collection-size }. { $count ->
        [one] It is there or asked for already.
       *[other] All of them are there or asked for already.
    }
collection-size = I found { $title }, with { $count_words } { $count ->
        [one] { film }
       *[other] { films }
    }
collection-requested = { $taken ->
        [0] { $owed ->
            [0] { $refused ->
                [0] Nothing of { $title } is left to request. Somebody was faster.
               *[other] I couldn't request anything of { $title }. { why }
            }
           *[other] { why } I've written it down, and I'll request what is missing of { $title } as soon as that works.
        }
        [one] Okay, I've requested one { film } of { $title }{ in-4k }. { rest-of-them }
       *[other] Okay, I've requested { $taken_words } { films } of { $title }{ in-4k }. { rest-of-them }
    }
rest-of-them = { $waiting ->
        [0] { "" }
        [one] { $taken ->
            [one] It's waiting for approval.{ " " }
           *[other] One of them is waiting for approval.{ " " }
        }
       *[other] Of these, { $waiting_words } are waiting for approval.{ " " }
    }{ $owed ->
        [0] { "" }
        [one] I'll request one more as soon as your media server takes it.{ " " }
       *[other] I'll request { $owed_words } more as soon as your media server takes them.{ " " }
    }{ $refused ->
        [0] { "" }
        [one] Your media server refused one more. { why }
       *[other] Your media server refused { $refused_words } more. { why }
    }
undone = { $count ->
        [one] Okay, I've taken back the request for { wish }.
        [2] Okay, I've taken back both requests.
       *[other] Okay, I've taken back all { $count_words } requests.
    }
crossed-off = { $count ->
        [one] Okay, I've crossed { wish } off my list.
        [2] Okay, I've crossed both off my list.
       *[other] Okay, I've crossed all { $count_words } off my list.
    }
partly-undone = I've taken back { $count_words } of { $total_words }. { kept }
not-undone = { kept }
not-requested = Okay. Nothing of that was requested.
undo-failed = { why } I don't know yet whether the request is taken back. You can say { undo-that } once more.
undo-that = undo that
kept = { $kept ->
        [already] I've taken that back already.
        [on-its-way] I can't take back { wish }, because it's on its way already.
        [there] I can't take back { wish }, because it's in your library already.
        [shared] Somebody else asked for { wish } too, so I've left it.
        [sending] I'm requesting { wish } at this very moment. Say { undo-that } once more in a minute.
        [untraced] I can't tell which request for { wish } is yours, so I've left it.
        [unable] Your media server doesn't let me take requests back, so { wish } stays requested.
        [refused] Your media server refused to take back { wish }.
       *[nothing] You have requested nothing in the last ten minutes that I could take back.
    }
cannot-ask = { why }
stalled = { why } Shall I try again?
why = { $why ->
        [backend-unreachable] I can't reach your media server right now.
        [backend-too-slow] Your media server is taking too long to answer.
        [backend-resting] Your media server has failed several times in a row, so I'm giving it a moment.
        [backend-busy] Your media server is too busy right now.
        [backend-key-refused] Your media server doesn't accept my key. The owner needs to check the API key.
        [request-not-allowed] You don't have permission for that on your media server.
        [request-quota] Your request quota is used up{ $frees ->
            [none] { " " }for now.
           *[other] . The next one is free on { $frees }.
        }
        [request-user-unknown] Your media server doesn't know the user you are linked to. The owner needs to link you again.
        [request-unsupported] Your media server can't do that.
        [backend-blind] I can't look anything up right now, because your media server can't reach its film database.
        [request-blocked] It's on the blocklist.
        [request-csrf] Your media server's CSRF protection blocks requests. The owner needs to switch it off.
        [title-unknown] Your media server doesn't know that title.
        [request-refused] Your media server refused the request.
        [download-failed] The download failed.
        [download-stalled] The download has stalled.
        [download-paused] The download is paused.
        [download-client-gone] The download program can't be reached.
       *[backend-broken] Your media server answered with an error.
    }

## Help and reminders

help-nothing = You can say, for example, download Jurassic Park, or get season two of The Bear. What would you like?
help-offer = Say yes if that is the one, no to hear the next one, or name another title. Is it the one you want?
help-list = Say which one, such as the first one, the { -show }, or the one from 1984; or no to hear others. Which one is it?
help-collection = Say yes and I'll request every { film } of it that is missing, or no to leave it. Shall I request them?
help-seasons = You can say all of them, the first season, or numbers such as one and three. Which ones would you like?
help-retry = Say yes and I'll try again, or no to leave it. Shall I try again?
one-moment = One moment, please.
help-code = Ask the owner to open the page for people: it shows a code for you. Say its four digits one by one. Which four digits does the owner's page show?
busy = I'm still busy with what was said before. Could you say that once more?
start-again = I'm sorry, I've lost track of what we were talking about. Let's start again: which { film } or { -show } would you like?
not-heard = { $heard ->
        [nothing] I didn't hear anything.
       *[something] Sorry, I didn't get that.
    }
remind-nothing = { not-heard } Which { film } or { -show } would you like?
remind-offer = { not-heard } Is that the one you want, yes or no?
remind-list = { not-heard } Which one do you want?
remind-collection = { not-heard } Shall I request them, yes or no?
remind-seasons = { not-heard } You can say all of them, or numbers. Which seasons would you like?
remind-retry = { not-heard } Shall I try again, yes or no?
remind-code = { not-heard } Which four digits does the page show?
lost-nothing = I still didn't get that. Say just the title, then its year or who is in it, or spell it letter by letter. What is it?
lost-offer = I still didn't get that. Say yes, no, or next one; or say the year or an actor of the one you mean. Is it this one?
lost-list = I still didn't get that. Say the first one or the second one, its year, or who is in it. Which one is it?
lost-collection = I still didn't get that. Just say yes to have all of them, or no. Shall I request them?
lost-seasons = I still didn't get that. Say a number, such as two, or say all, first, or latest. Which seasons would you like?
lost-retry = I still didn't get that. Just say yes or no. Shall I try again?
lost-code = I still didn't get that. Say just the four digits, one by one, or say cancel. Which digits are they?
lost-goodbye = We don't understand each other right now, so let's leave it. Just ask me again whenever you like.
trouble = Sorry, something went wrong on my side. Please try again in a moment.
too-often = That was a lot at once. Please wait a minute and try again.

## Being linked to a user, by a code on the owner's page

ask-code = To link you, I need a code. Which four digits does the owner's page show?
wrong-code = That isn't one of the codes. Which four digits does the owner's page show?
linked = You're linked as { $name } now.
not-linked = { $why ->
        [used] That code was used already. Ask the owner for a new one.
        [old] That code is too old: it lasts ten minutes. Ask the owner for a new one.
        [too-often] Too many codes were wrong lately, so I won't take any for now. Please wait ten minutes.
        [nobody] I can't tell who is speaking here, so I can't link you.
        [no-users] Your media server doesn't let me make requests for its users, so there is nobody I could link you to.
        [gone] Your media server doesn't know the user of that code any more. Ask the owner for a new one.
       *[unasked] I can't ask your media server right now, so you're not linked yet. The code still counts: please say it again in a moment.
    }

## What the platforms show or repeat

reprompt = { $context ->
        [offer] Is that the one you want, yes or no?
        [collection] Shall I request them, yes or no?
        [seasons] Which seasons would you like?
        [list] Which one do you want?
        [retry] Shall I try again?
        [code] Which four digits does the owner's page show?
        [undo] Shall I take the request back?
        [approval] Which one shall I approve?
       *[nothing] Which { film } or { -show } would you like?
    }
button-yes = Yes
button-no = No
button-next = Next one
button-all-seasons = All of them
button-cancel = Cancel
button-help = What can I say?
button-season = Season { $number }


## What the test page shows

kind-label = { $kind ->
        [movie] { -movie(place: "label") }
        [collection] Collection
       *[tv] { -tv-show }
    }
availability-label = { $availability ->
        [available] In your library
        [processing] Downloading
        [pending] Waiting for approval
        [partial] Partly in your library
        [blocked] On the blocklist
        [queued] Written down, not sent yet
        [declined] Declined
        [refused] Declined
        [failed] Failed
       *[missing] Not in your library
    }
stage-label = { $stage ->
        [owed] Written down, not sent yet
        [pending] Waiting for approval
        [approved] Approved
        [downloading] Downloading
        [partial] Partly in your library
        [ready] Ready
        [failed] Failed
        [declined] Declined
        [refused] Not accepted
        [given-up] Given up
        [withdrawn] Taken back
       *[gone] Deleted
    }
source-label = { $source ->
        [outbox] noted by Overtalkerr
        [webhook] reported by the media server
       *[look] seen on the media server
    }
requests-page = { $part ->
        [stage] Stage
        [kind] Kind
        [words] Words in the title
        [show] Show
        [none] Nothing has been requested yet.
        [no-match] No request fits.
        [since] since
        [older] Older
        [newest] Newest
        [pages] Other pages
        [skip] Skip to the requests
        [back] All requests
        [home] Start page
        [timeline] What happened
        [told] Who hears of it
        [nobody] Nobody.
        [forgotten] This request is not known here.
        [live] Updates by itself
        [polled] Looks every ten seconds
        [lost] No connection, trying again
       *[heading] Requests
    }
requests-filter = { $which ->
        [open] Under way
        [ready] Ready
        [failed] Failed or declined
        [over] Taken back or deleted
       *[all] All
    }
requests-seasons = { $seasons_opening }
requests-asked = asked for by { $who }
option-year = the one from { $year }
option-number = number { $number_words }
example-film = download Jurassic Park
example-several = get Dune
example-season = get season two of Severance
example-there = download Breaking Bad
example-missing = I want to watch The Bear

## Messages, and what those hear who come back

welcome-news = Welcome back! { $first }{ $second ->
        [none] { "" }
       *[other] { " " }{ $second }
    }{ $more ->
        [0] { "" }
        [one] { " " }And there is news of one more.
       *[other] { " " }And there is news of { $more_words } more.
    } What would you like?
news = { $stage ->
        [ready] { what } arrived in your library { since }.
        [partial] Part of { wish } arrived in your library { since }.
        [failed] The request for { wish } failed.
        [declined] The request for { wish } was declined.
        [refused] Your media server refused the request for { wish }.
        [withdrawn] The request for { wish } was taken back.
        [gone] The request for { wish } was deleted on your media server.
       *[given-up] I couldn't request { wish } for so long that I gave up.
    }{ because }
since = { $day ->
        [today] today
        [yesterday] yesterday
       *[before] { $days_words } days ago
    }
notice-title = { what }: { $stage ->
        [ready] ready to watch
        [partial] partly there
        [downloading] downloading
        [approved] approved
        [pending] waiting for approval
        [failed] failed
        [declined] declined
        [refused] refused
        [given-up] given up
        [withdrawn] taken back
        [gone] deleted
       *[owed] written down
    }
notice-body = { $stage ->
        [ready] { what } { is } in your library now. Enjoy!
        [partial] { $seasons ->
            [none] Part of { wish } is in your library now.
           *[some] { what } { is } in your library now, and the rest is on its way.
        }
        [downloading] { what } { is } being downloaded.
        [approved] The request for { wish } is approved, and the search is on.
        [pending] The request for { wish } has been made and is waiting for approval.
        [failed] The request for { wish } was approved, but then it failed. The owner can try it again.
        [declined] The request for { wish } was declined.
        [refused] Your media server refused the request for { wish }.
        [given-up] I couldn't request { wish } for so long that I gave up. If you still want it, ask me again.
        [withdrawn] The request for { wish } was taken back.
        [gone] The request for { wish } was deleted on your media server.
       *[owed] The request for { wish } is written down, and will be sent as soon as that works.
    }{ because }
because = { $reason ->
        [then] { " " }{ why-then }
        [known] { " " }{ why }
        [said] { " " }The reason given: { $said }.
       *[none] { "" }
    }
why-then = { $then ->
        [backend-key-refused] Your media server didn't accept my key.
        [request-not-allowed] You didn't have permission for that.
        [request-quota] Your request quota was used up.
        [request-user-unknown] It didn't know the user you were linked to.
        [request-unsupported] It couldn't do that.
        [request-blocked] It was on the blocklist.
        [request-csrf] Its CSRF protection blocked requests.
        [title-unknown] It didn't know that title.
        [request-refused] { "" }
       *[other] Your media server didn't answer as it should.
    }
notice-library = your library
outage-title = { $state ->
        [ended] Overtalkerr: the request manager works again
       *[began] Overtalkerr: the request manager is out of order
    }
outage-body = { $state ->
        [ended] The request manager works again, after { $minutes ->
            [one] one minute
           *[other] { $minutes } minutes
        }. What was written down is being sent now.
       *[began] The request manager hasn't worked for { $minutes ->
            [one] one minute
           *[other] { $minutes } minutes
        }. What people ask for is written down and sent later.{ $reason ->
            [none] { "" }
           *[other] { " " }What was seen last: { $reason }
        }
    }
trial-title = Overtalkerr: a test
trial-body = Messages about requests arrive here.

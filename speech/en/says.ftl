# What Overtalkerr says in English. One message a reply key; see speech/saying.py for what may stand in the gaps.
#
#   $title     name of the film or show           $kind      movie | tv
#   $year      a year, or none                    $due       a date that lies ahead ("December 18, 2026"), or none
#   $seasons … a list in words ("one and two"), or none; $seasons_count says how many
#   $why       the reason, as an error names it

## Opening and closing

welcome = Welcome to Overtalkerr! Tell me a movie or a show, and I'll request it. What would you like?
what-would-you-like = What movie or show would you like?
goodbye = Okay. Goodbye!

## Offering a title

offer = I found { item }{ $due ->
        [none] { $year ->
            [none] .
           *[other] , released in { $year }.
        }
       *[other] , which comes out on { $due }.
    } { availability }Is that the one you want?
offer-next = { $availability ->
        [missing] What about { item }{ when }?
       *[other] What about { item }{ when }? { availability }Is that the one you want?
    }
item = { $kind ->
        [movie] the movie { $title }
       *[tv] the TV show { $title }
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
        [declined] This has been requested before and was declined.{ " " }
        [refused] This has been requested before and was declined.{ " " }
        [failed] This has been requested, but something went wrong with it.{ " " }
       *[missing] { "" }
    }
nothing-found = I couldn't find anything called { $title }. What else can I look for?
no-more = That was everything I found for { $title }. Which other title would you like?
no-such-option = I didn't find one like that. Do you want the one I offered?
film-has-no-seasons = { $title } is a movie, so it has no seasons. Do you want the movie?

## Seasons

which-seasons-of-all = It has { $count_words } { $count ->
        [one] season
       *[other] seasons
    }. Which ones would you like?
which-of-the-missing = { inventory } { $missing_count ->
        [one] Season { $missing } is missing. Would you like it?
       *[other] Seasons { $missing } are missing. Which ones would you like?
    }
inventory = { $there ->
        [none] { "" }
       *[other] You have { $there_count ->
            [one] season
           *[other] seasons
        } { $there } of { $title }.{ " " }
    }{ $partly ->
        [none] { "" }
       *[other] { $partly_count ->
            [one] Season { $partly } is
           *[other] Seasons { $partly } are
        } only partly there.{ " " }
    }{ $coming ->
        [none] { "" }
       *[other] { $coming_count ->
            [one] Season { $coming } is
           *[other] Seasons { $coming } are
        } being downloaded.{ " " }
    }{ $waiting ->
        [none] { "" }
       *[other] { $waiting_count ->
            [one] Season { $waiting } is
           *[other] Seasons { $waiting } are
        } waiting for approval.{ " " }
    }{ $refused ->
        [none] { "" }
       *[other] { $refused_count ->
            [one] Season { $refused } was
           *[other] Seasons { $refused } were
        } declined.{ " " }
    }{ $failed ->
        [none] { "" }
       *[other] Something went wrong with { $failed_count ->
            [one] season
           *[other] seasons
        } { $failed }.{ " " }
    }
no-such-season = { $title } has { $count ->
        [one] only one season. Would you like it?
       *[other] { $count_words } seasons. Which would you like?
    }
only-seasons = { $title } has { $count ->
        [one] only one season, and it is
       *[other] { $count_words } seasons, and all of them are
    } already there or asked for.
no-seasons-yet = I can't see any seasons of { $title } yet, so there is nothing to request.

## Nothing to request

already = { $seasons ->
        [none] { $availability ->
            [available] { $title } is already in your library! You can watch it now.
            [processing] { $title } is already being downloaded. It should be available soon!
            [pending] { $title } has already been requested and is waiting for approval.
            [partial] Part of { $title } is already in your library, and there is nothing left to request.
            [blocked] { $title } is on the blocklist, so I can't request it.
            [refused] { $title } has been requested before and was declined, so I can't request it again.
            [failed] { $title } has been requested, but something went wrong with it. The owner needs to look at it.
           *[other] { $title } has already been requested.
        }
       *[other] { $seasons_count ->
            [one] { $availability ->
                [available] Season { $seasons } of { $title } is already in your library! You can watch it now.
                [processing] Season { $seasons } of { $title } is already being downloaded. It should be available soon!
                [pending] Season { $seasons } of { $title } has already been requested and is waiting for approval.
                [partial] Part of season { $seasons } of { $title } is already in your library.
                [refused] Season { $seasons } of { $title } has been requested before and was declined, so I can't request it again.
                [failed] Season { $seasons } of { $title } has been requested, but something went wrong with it. The owner needs to look at it.
               *[other] Season { $seasons } of { $title } has already been requested.
            }
           *[other] { $availability ->
                [available] Seasons { $seasons } of { $title } are already in your library! You can watch them now.
                [processing] Seasons { $seasons } of { $title } are already being downloaded. They should be available soon!
                [pending] Seasons { $seasons } of { $title } have already been requested and are waiting for approval.
                [partial] Parts of seasons { $seasons } of { $title } are already in your library.
                [refused] Seasons { $seasons } of { $title } have been requested before and were declined, so I can't request them again.
                [failed] Seasons { $seasons } of { $title } have been requested, but something went wrong with them. The owner needs to look at it.
               *[other] Seasons { $seasons } of { $title } have already been requested.
            }
        }
    }
already-mixed = { $title } has already been requested. { inventory }

## Requesting

requested = Okay, I've requested { wish }. { $waiting ->
        [yes] It's waiting for approval.
       *[no] { $due ->
            [none] { $left_out ->
                [none] { "" }
               *[other] The other { $left_out_count ->
                    [one] season is
                   *[other] seasons are
                } already taken care of.
            }
           *[other] It comes out on { $due }.
        }
    }
wish = { $seasons ->
        [none] { item }
       *[other] { $seasons_count ->
            [one] season
           *[other] seasons
        } { $seasons } of { $title }
    }
owed = { why } I've written it down, and I'll request { wish } as soon as that works.
refused = I couldn't request { $title }. { why }
cannot-ask = { why }
stalled = { why } Shall I try again?
why = { $why ->
        [backend-unreachable] I can't reach your media server right now.
        [backend-too-slow] Your media server is taking too long to answer.
        [backend-busy] Your media server is too busy right now.
        [backend-blind] Your media server can't look titles up right now.
        [backend-key-refused] Your media server doesn't accept my key. The owner needs to check the API key.
        [request-not-allowed] You don't have permission for that on your media server.
        [request-quota] Your request quota is used up for now.
        [request-blocked] It's on the blocklist.
        [request-csrf] Your media server's CSRF protection blocks requests. The owner needs to switch it off.
        [request-user-unknown] Your media server doesn't know you as a user.
        [request-unsupported] Your media server can't do that.
        [title-unknown] Your media server doesn't know that title.
        [request-refused] Your media server refused the request.
       *[backend-broken] Your media server answered with an error.
    }

## Help and reminders

help-nothing = You can say, for example, download Jurassic Park, or get season two of The Bear. What would you like?
help-offer = Say yes if that is the one, no to hear the next one, or name another title. Is it the one you want?
help-seasons = You can say all of them, the first season, or numbers such as one and three. Which ones would you like?
help-retry = Say yes and I'll try again, or no to leave it. Shall I try again?
remind-nothing = Sorry, I didn't get that. Which movie or show would you like?
remind-offer = Sorry, I didn't get that. Is that the one you want, yes or no?
remind-seasons = Sorry, I didn't get that. You can say all of them, or numbers. Which seasons would you like?
remind-retry = Sorry, I didn't get that. Shall I try again, yes or no?
trouble = Sorry, something went wrong on my side. Please try again in a moment.

## What the platforms show or repeat

reprompt = { $context ->
        [offer] Is that the one you want, yes or no?
        [seasons] Which seasons would you like?
        [retry] Shall I try again?
       *[nothing] Which movie or show would you like?
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
        [movie] Movie
       *[tv] TV show
    }
availability-label = { $availability ->
        [available] In your library
        [processing] Downloading
        [pending] Waiting for approval
        [partial] Partly in your library
        [blocked] On the blocklist
        [queued] Written down, not sent yet
        [declined] Declined
        [failed] Failed
       *[missing] Not in your library
    }
option-year = the one from { $year }
option-number = number { $number_words }
example-film = download Jurassic Park
example-several = get Dune
example-season = get season two of Severance
example-there = download Breaking Bad
example-missing = I want to watch The Bear

# Was Overtalkerr auf Deutsch sagt: per Du, ein Film ist "er", eine Serie "sie". Die Lücken erklärt speech/en/says.ftl.

## Anfang und Ende

welcome = Willkommen bei Overtalkerr! Nenn mir einen Film oder eine Serie, und ich kümmere mich darum. Was möchtest du sehen?
what-would-you-like = Welchen Film oder welche Serie möchtest du?
goodbye = Alles klar. Bis bald!

## Einen Titel vorschlagen

offer = Ich habe { item }{ from-year } gefunden{ that-comes }. { availability }{ lacking }{ is-it-that }
offer-request = Ich habe { item }{ from-year } gefunden{ that-comes }. { $availability ->
        [missing] { it-starts } ist noch nicht in deiner Bibliothek.{ " " }
       *[other] { availability }
    }{ lacking }Soll ich { it }{ in-4k } anfragen?
offer-next = { $availability ->
        [missing] { $lacking ->
            [uhd] Wie wäre es mit { item-dative }{ from-year }{ that-comes }? { lacking }{ is-it-that }
           *[none] Wie wäre es mit { item-dative }{ from-year }{ in-4k }{ that-comes }?
        }
       *[other] Wie wäre es mit { item-dative }{ from-year }{ in-4k }{ that-comes }? { availability }{ lacking }{ is-it-that }
    }
is-it-that = { $quality ->
        [uhd] Möchtest du { it } in 4K?
       *[hd] { $kind ->
            [movie] Ist das der richtige?
            [tv] Ist das die richtige?
           *[none] Ist das der richtige Titel?
        }
    }
in-4k = { $quality ->
        [uhd] { " " }in 4K
       *[hd] { "" }
    }
lacking = { $lacking ->
        [uhd] In 4K bekomme ich { it } hier nicht.{ " " }
       *[none] { "" }
    }
it = { $kind ->
        [movie] ihn
        [tv] sie
       *[none] es
    }
it-starts = { $kind ->
        [movie] Er
        [tv] Sie
       *[none] Der Titel
    }
name = { $title }{ in-4k }
item = { $kind ->
        [movie] den Film { $title }
       *[tv] die Serie { $title }
    }
item-dative = { $kind ->
        [movie] dem Film { $title }
       *[tv] der Serie { $title }
    }
from-year = { $due ->
        [none] { $year ->
            [none] { "" }
           *[other] { " " }von { $year }
        }
       *[other] { "" }
    }
that-comes = { $due ->
        [none] { "" }
       *[other] , { $kind ->
            [movie] der
           *[tv] die
        } am { $due } startet
    }
availability = { $availability ->
        [available] { it-starts } ist schon in deiner Bibliothek.{ " " }
        [processing] { it-starts } wird gerade heruntergeladen.{ " " }
        [pending] { it-starts } ist schon angefragt und wartet auf Freigabe.{ " " }
        [partial] Ein Teil davon ist schon in deiner Bibliothek.{ " " }
        [blocked] { it-starts } steht auf der Sperrliste.{ " " }
        [declined] Eine Anfrage dafür wurde schon einmal abgelehnt.{ " " }
        [refused] Eine Anfrage dafür wurde schon einmal abgelehnt.{ " " }
        [failed] Eine Anfrage dafür wurde genehmigt, ist aber fehlgeschlagen.{ " " }
       *[missing] { "" }
    }
nothing-found = Zu { $title } habe ich nichts gefunden. Was soll ich stattdessen suchen?
no-more = Mehr habe ich zu { $title } nicht gefunden. Welchen anderen Titel möchtest du?
no-such-option = So ein Titel war nicht dabei. Möchtest du den, den ich vorgeschlagen habe?
film-has-no-seasons = { $title } ist ein Film und hat keine Staffeln. Möchtest du den Film?

## Zwischen mehreren wählen

which-title = Meinst du { choice-1 }{ $count ->
        [1] { "" }
        [2] { $pause } oder { choice-2 }
       *[other] ,{ $pause } { choice-2 }{ $pause } oder { choice-3 }
    }?
choice-1 = { $kind_1 ->
        [movie] den Film { $title_1 }
       *[tv] die Serie { $title_1 }
    }{ $year_1 ->
        [none] { "" }
       *[other] { " " }von { $year_1 }
    }
choice-2 = { $kind_2 ->
        [movie] den Film { $title_2 }
       *[tv] die Serie { $title_2 }
    }{ $year_2 ->
        [none] { "" }
       *[other] { " " }von { $year_2 }
    }
choice-3 = { $kind_3 ->
        [movie] den Film { $title_3 }
       *[tv] die Serie { $title_3 }
    }{ $year_3 ->
        [none] { "" }
       *[other] { " " }von { $year_3 }
    }
no-such-choice = So ein Titel war nicht dabei. Welchen möchtest du?
need-a-title = Dafür brauche ich einen Titel. Welchen Film oder welche Serie möchtest du?
season-of-what = Von welcher Serie möchtest du das?

## Fragen zu einem Titel

info-plot = { $plot }{ $pause } { question }
info-cast = In { $title } { $cast_count ->
        [one] spielt
       *[other] spielen
    } { $cast } mit. { $directors ->
        [none] { "" }
       *[other] { $kind ->
            [movie] Regie { $directors_count ->
                [one] führte
               *[other] führten
            } { $directors }.
           *[tv] Die Idee stammt von { $directors }.
        }
    } { question }
info-year = { $title } ist von { $year }. { question }
info-length = { $kind ->
        [movie] { $title } dauert { $minutes } Minuten.
       *[tv] Eine Folge von { $title } dauert etwa { $minutes } Minuten.
    } { question }
info-rating = { $title } hat { $rating } von zehn Punkten. { question }
info-seasons = { $title } hat { $count ->
        [one] eine Staffel
       *[other] { $count_words } Staffeln
    }. { question }
info-unknown = Das weiß ich über { $title } leider nicht. { question }
info-failed = { why } { question }
question = { $asking ->
        [seasons] Welche Staffeln möchtest du?
        [request] Soll ich { it } anfragen?
       *[offer] { is-it-that }
    }

## Staffeln

which-seasons-of-all = { $count ->
        [one] Es gibt nur eine Staffel. Möchtest du sie?
       *[other] Es gibt { $count_words } Staffeln. Welche möchtest du?
    }
which-of-the-missing = { inventory } { $missing_count ->
        [one] Es fehlt Staffel { $missing }. Möchtest du sie?
       *[other] Es fehlen die Staffeln { $missing }. Welche möchtest du?
    }
inventory = { $there ->
        [none] { "" }
       *[other] { $there_count ->
            [one] Du hast Staffel { $there } von { name }.{ " " }
           *[other] Du hast die Staffeln { $there } von { name }.{ " " }
        }
    }{ $partly ->
        [none] { "" }
       *[other] { $partly_count ->
            [one] Staffel { $partly } ist nur zum Teil da.{ " " }
           *[other] Die Staffeln { $partly } sind nur zum Teil da.{ " " }
        }
    }{ $coming ->
        [none] { "" }
       *[other] { $coming_count ->
            [one] Staffel { $coming } wird gerade heruntergeladen.{ " " }
           *[other] Die Staffeln { $coming } werden gerade heruntergeladen.{ " " }
        }
    }{ $waiting ->
        [none] { "" }
       *[other] { $waiting_count ->
            [one] Staffel { $waiting } wartet auf Freigabe.{ " " }
           *[other] Die Staffeln { $waiting } warten auf Freigabe.{ " " }
        }
    }{ $failed ->
        [none] { "" }
       *[other] { $failed_count ->
            [one] Die Anfrage für Staffel { $failed } ist fehlgeschlagen.{ " " }
           *[other] Die Anfragen für die Staffeln { $failed } sind fehlgeschlagen.{ " " }
        }
    }{ $refused ->
        [none] { "" }
       *[other] { $refused_count ->
            [one] Staffel { $refused } wurde abgelehnt.{ " " }
           *[other] Die Staffeln { $refused } wurden abgelehnt.{ " " }
        }
    }
no-such-season = { $title } hat { $count ->
        [one] nur eine Staffel. Möchtest du sie?
       *[other] { $count_words } Staffeln. { $missing_count ->
            [one] Es fehlt nur Staffel { $missing }. Möchtest du sie?
           *[other] Welche möchtest du?
        }
    }
only-seasons = { $title } hat { $count ->
        [one] nur eine Staffel, und die ist
       *[other] { $count_words } Staffeln, und alle sind
    } schon da oder angefragt.
no-seasons-yet = Von { $title } kenne ich noch keine Staffeln, also gibt es nichts anzufragen.

## Nichts anzufragen

already = { $availability ->
        [available] { what } { is } schon in deiner Bibliothek! Du kannst gleich loslegen.
        [processing] { what } { becomes } schon heruntergeladen. Lange dauert es hoffentlich nicht mehr!
        [pending] { what } { is } schon angefragt, es fehlt nur noch die Freigabe.
        [partial] Ein Teil von { what-dative } ist schon in deiner Bibliothek, und sonst gibt es nichts anzufragen.
        [blocked] { name } steht auf der Sperrliste, deshalb kann ich nichts anfragen.
        [refused] Eine Anfrage für { wish } wurde abgelehnt, und dein Medienserver nimmt keine weitere an.
        [failed] Die Anfrage für { wish } ist fehlgeschlagen. Der Betreiber kann es noch einmal versuchen.
       *[other] { what } { is } schon angefragt.
    }
what = { $seasons ->
        [none] { name }
        [specials] Die Specials von { name }
       *[other] { $seasons_count ->
            [one] Staffel { $seasons } von { name }
           *[other] Die Staffeln { $seasons } von { name }
        }
    }
what-dative = { $seasons ->
        [none] { name }
        [specials] den Specials von { name }
       *[other] { $seasons_count ->
            [one] Staffel { $seasons } von { name }
           *[other] den Staffeln { $seasons } von { name }
        }
    }
is = { $seasons ->
        [none] ist
        [specials] sind
       *[other] { $seasons_count ->
            [one] ist
           *[other] sind
        }
    }
becomes = { $seasons ->
        [none] wird
        [specials] werden
       *[other] { $seasons_count ->
            [one] wird
           *[other] werden
        }
    }
already-mixed = { name } ist schon angefragt. { inventory }

## Anfragen

requested = Alles klar, ich habe { wish } angefragt. { $waiting ->
        [yes] Jetzt fehlt nur noch die Freigabe.
       *[no] { $due ->
            [none] { $left_out ->
                [none] { "" }
               *[other] { $left_out_count ->
                    [one] Die andere Staffel ist schon da oder unterwegs.
                   *[other] Die anderen Staffeln sind schon da oder unterwegs.
                }
            }
           *[other] { it-starts } startet am { $due }.
        }
    }{ $unlinked ->
        [yes] { " " }Übrigens: Der Betreiber kann dich verknüpfen, dann laufen deine Anfragen unter deinem Namen.
       *[no] { "" }
    }
wish = { $seasons ->
        [none] { item }{ in-4k }
        [specials] die Specials von { name }
       *[other] { $seasons_count ->
            [one] Staffel { $seasons } von { name }
           *[other] die Staffeln { $seasons } von { name }
        }
    }
owed = { why } Ich habe es mir notiert und frage { wish } an, sobald es klappt.
refused = Ich konnte { name } nicht anfragen. { why }
collection = { collection-size }. { $lacking ->
        [uhd] In 4K bekomme ich sie hier nicht.{ " " }
       *[none] { "" }
    }{ $missing ->
        [one] Es fehlt noch { $names }. Soll ich ihn{ in-4k } anfragen?
       *[other] Es fehlen noch { $names }. Soll ich sie alle{ in-4k } anfragen?
    }
collection-complete = { collection-size }. { $count ->
        [one] Er ist schon da oder angefragt.
       *[other] Alle sind schon da oder angefragt.
    }
collection-size = Ich habe { $title } gefunden, mit { $count ->
        [one] einem Film
       *[other] { $count_words } Filmen
    }
collection-requested = { $taken ->
        [0] { $owed ->
            [0] { $refused ->
                [0] Von { $title } gibt es nichts mehr anzufragen. Da war jemand schneller.
               *[other] Ich konnte nichts von { $title } anfragen. { why }
            }
           *[other] { why } Ich habe es mir notiert und frage an, was von { $title } fehlt, sobald es klappt.
        }
        [one] Alles klar, ich habe einen Film aus { $title }{ in-4k } angefragt. { rest-of-them }
       *[other] Alles klar, ich habe { $taken_words } Filme aus { $title }{ in-4k } angefragt. { rest-of-them }
    }
rest-of-them = { $waiting ->
        [0] { "" }
        [one] { $taken ->
            [one] Jetzt fehlt nur noch die Freigabe.{ " " }
           *[other] Davon wartet einer auf Freigabe.{ " " }
        }
       *[other] Davon warten { $waiting_words } auf Freigabe.{ " " }
    }{ $owed ->
        [0] { "" }
        [one] Einen weiteren frage ich an, sobald dein Medienserver ihn annimmt.{ " " }
       *[other] Weitere { $owed_words } frage ich an, sobald dein Medienserver sie annimmt.{ " " }
    }{ $refused ->
        [0] { "" }
        [one] Einen weiteren hat dein Medienserver abgelehnt. { why }
       *[other] Weitere { $refused_words } hat dein Medienserver abgelehnt. { why }
    }
cannot-ask = { why }
stalled = { why } Soll ich es noch einmal versuchen?
why = { $why ->
        [backend-unreachable] Ich erreiche deinen Medienserver gerade nicht.
        [backend-too-slow] Dein Medienserver braucht zu lange für eine Antwort.
        [backend-resting] Dein Medienserver hat mehrmals hintereinander versagt, deshalb lasse ich ihm einen Moment Ruhe.
        [backend-busy] Dein Medienserver ist gerade überlastet.
        [backend-key-refused] Dein Medienserver nimmt meinen Schlüssel nicht an. Der Betreiber muss den API-Schlüssel prüfen.
        [request-not-allowed] Das erlaubt dir dein Medienserver nicht.
        [request-quota] { $frees ->
            [none] Dein Kontingent an Anfragen ist im Moment aufgebraucht.
           *[other] Dein Kontingent an Anfragen ist aufgebraucht. Die nächste ist am { $frees } frei.
        }
        [request-user-unknown] Dein Medienserver kennt dein Benutzerkonto nicht. Der Betreiber muss dich neu verknüpfen.
        [request-unsupported] Das kann dein Medienserver nicht.
        [backend-blind] Ich kann gerade nichts nachschlagen, weil dein Medienserver seine Filmdatenbank nicht erreicht.
        [request-blocked] Das steht auf der Sperrliste.
        [request-csrf] Der CSRF-Schutz deines Medienservers blockiert Anfragen. Der Betreiber muss ihn ausschalten.
        [title-unknown] Diesen Titel kennt dein Medienserver nicht.
        [request-refused] Dein Medienserver hat die Anfrage abgelehnt.
       *[backend-broken] Dein Medienserver hat mit einem Fehler geantwortet.
    }

## Hilfe und Erinnerung

help-nothing = Du kannst zum Beispiel sagen: lade Jurassic Park herunter, oder hol die zweite Staffel von The Bear. Was möchtest du?
help-offer = Sag ja, wenn das der richtige Titel ist, nein für den nächsten, oder nenn mir einen anderen. Ist es der richtige?
help-list = Sag, welcher es ist, etwa der erste, die Serie, oder der von 1984; oder nein für andere. Welcher ist es?
help-collection = Sag ja, und ich frage jeden Film an, der davon fehlt, oder nein, um es zu lassen. Soll ich sie anfragen?
help-seasons = Du kannst alle sagen, die erste Staffel, oder Zahlen wie eins und drei. Welche möchtest du?
help-retry = Sag ja, dann versuche ich es noch einmal, oder nein, um es zu lassen. Soll ich es noch einmal versuchen?
remind-nothing = Das habe ich leider nicht verstanden. Welchen Film oder welche Serie möchtest du?
remind-offer = Das habe ich leider nicht verstanden. Ist das der richtige Titel, ja oder nein?
remind-list = Das habe ich leider nicht verstanden. Welchen möchtest du?
remind-collection = Das habe ich leider nicht verstanden. Soll ich sie anfragen, ja oder nein?
remind-seasons = Das habe ich leider nicht verstanden. Sag alle, oder nenn mir Zahlen. Welche Staffeln möchtest du?
remind-retry = Das habe ich leider nicht verstanden. Soll ich es noch einmal versuchen, ja oder nein?
trouble = Entschuldige, bei mir ist etwas schiefgegangen. Versuch es gleich noch einmal.

## Was die Plattformen zeigen oder wiederholen

reprompt = { $context ->
        [offer] Ist das der richtige Titel, ja oder nein?
        [collection] Soll ich sie anfragen, ja oder nein?
        [seasons] Welche Staffeln möchtest du?
        [list] Welchen möchtest du?
        [retry] Soll ich es noch einmal versuchen?
       *[nothing] Welchen Film oder welche Serie möchtest du?
    }
button-yes = Ja
button-no = Nein
button-next = Der nächste
button-all-seasons = Alle
button-cancel = Abbrechen
button-help = Was kann ich sagen?
button-season = Staffel { $number }

## Was die Testseite zeigt

kind-label = { $kind ->
        [movie] Film
        [collection] Filmreihe
       *[tv] Serie
    }
availability-label = { $availability ->
        [available] In deiner Bibliothek
        [processing] Wird heruntergeladen
        [pending] Wartet auf Freigabe
        [partial] Teilweise in deiner Bibliothek
        [blocked] Auf der Sperrliste
        [queued] Notiert, noch nicht gesendet
        [declined] Abgelehnt
        [refused] Abgelehnt
        [failed] Fehlgeschlagen
       *[missing] Nicht in deiner Bibliothek
    }
option-year = der von { $year }
option-number = Nummer { $number_words }
example-film = lade Jurassic Park herunter
example-several = hol mir Dune
example-season = hol die zweite Staffel von Severance
example-there = lade Breaking Bad herunter
example-missing = ich möchte The Bear sehen

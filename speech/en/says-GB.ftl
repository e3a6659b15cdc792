# What British English says otherwise. "Series" is what is watched, so its parts stay seasons; "series two" is heard all the same.

-movie = { $place ->
        [label] Film
       *[inside] film
    }
-movies = films
-show = series
-tv-show = TV series

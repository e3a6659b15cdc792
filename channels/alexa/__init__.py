"""Alexa: a skill hosted by ourselves, spoken to by Amazon over HTTPS."""

"""One voice turn: take what was heard, let the dialog decide, carry out what it wants within the channel's time."""

"""How we call out: HTTP sessions on which every call has one total deadline, a size limit and honest errors."""
